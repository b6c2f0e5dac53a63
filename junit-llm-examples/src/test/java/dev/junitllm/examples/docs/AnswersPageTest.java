package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.SetScore;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.answer.BooleanAnswer;
import dev.junitllm.score.answer.ClassificationFigure;
import dev.junitllm.score.answer.ClassificationScore;
import dev.junitllm.score.answer.DateOrder;
import dev.junitllm.score.answer.DateScore;
import dev.junitllm.score.answer.ItemsFigure;
import dev.junitllm.score.answer.ItemsScore;
import dev.junitllm.score.answer.MultipleChoice;
import dev.junitllm.score.answer.NumericScore;
import dev.junitllm.score.answer.SetAnswer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of the section on answers in docs/scoring.md, run. */
class AnswersPageTest {

    static class ScoresTestCases {

        private static final Map<String, String> ANSWERS = Map.of(
                "marathon", "It is about 26.2 miles long.",
                "boiling", "Water boils at 212 °F.",
                "fee", "5 US dollars",
                "claim", "It is due on 31/03/2024.",
                "closing", "On 3 April 2024, at 6 pm.",
                "pancakes", "You need: flower, milk, egg and salt.",
                "dressing", "- Oil\n- Vinegar\n- Salt\n- Pepper");

        @GoldenSet("docs/quantities.jsonl")
        // tag::units[]
        @NumericScore(relativeTolerance = 0.01, units = true) // 26.2 miles pass for 42.195 km, 42.195 kg don't
        // end::units[]
        void measures(GoldenCase golden, Actual actual) {
            actual.output(ANSWERS.get(golden.id()));
        }

        @GoldenSet("docs/quiz.jsonl")
        @ReferenceScore(MultipleChoice.class)
        void chooses(GoldenCase golden, Actual actual) {
            actual.output("The answer is (%s).".formatted(golden.expected()));
        }

        @GoldenSet("docs/statements.jsonl")
        @ReferenceScore(BooleanAnswer.class)
        void decides(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("even") ? "Yes, it is." : "No, 4 is even.");
        }

        @GoldenSet("docs/deadlines.jsonl")
        // tag::dates[]
        @DateScore(order = DateOrder.DAY_FIRST, zone = "Europe/Berlin", tolerance = "PT15M")
        // end::dates[]
        void dates(GoldenCase golden, Actual actual) {
            actual.output(ANSWERS.get(golden.id()));
        }

        @GoldenSet("docs/ingredients.jsonl")
        @ReferenceScore(value = SetAnswer.class, recordOnly = true)
        // tag::items[]
        @ItemsScore(figure = ItemsFigure.RECALL, similarity = 0.6, name = "complete") // give or take typing errors
        @ItemsScore(ordered = true, atLeast = 0.5)
        // end::items[]
        void lists(GoldenCase golden, Actual actual) {
            actual.output(ANSWERS.get(golden.id()));
        }

        // tag::classification[]
        @GoldenSet("docs/mails.jsonl")
        @ClassificationScore(
                labels = {"spam", "ham"},
                figure = ClassificationFigure.MACRO_F1,
                recordOnly = true)
        @SetScore(of = "classification", atLeast = 0.7) // macro F1
        @SetScore(of = "classification", figure = "recall of spam", atLeast = 0.9)
        void sorts(GoldenCase golden, Actual actual) {
            actual.output(golden.input().contains("prize") ? "Spam" : "Ham");
        }
        // end::classification[]
    }

    @ParameterizedTest
    @CsvSource({"measures, 3", "chooses, 2", "decides, 2", "dates, 2", "lists, 2", "sorts, 3"})
    void everyCasePasses(String method, int cases) {
        assertThat(PageRun.green(ScoresTestCases.class, method).succeeded().count())
                .isEqualTo(cases);
    }
}
