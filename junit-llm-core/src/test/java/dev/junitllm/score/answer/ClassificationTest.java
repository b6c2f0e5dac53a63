package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.score.SetFigures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {

    private final Classification metric = Classification.of("Spam", "Not spam", "Unsure");

    @ClassificationScore(
            labels = {"a", "b"},
            anywhere = true,
            figure = ClassificationFigure.ACCURACY)
    static class Annotated {}

    @ClassificationScore(labels = "a")
    static class TooFew {}

    @Test
    void takesTheLabelAndNothingElse() throws Exception {
        assertThat(score(metric, " SPAM\n", "spam")).hasToString("1.0: 'Spam' is right");
        assertThat(score(metric, "unsure", "spam", "not spam"))
                .hasToString("0.0: 'Unsure' instead of 'Spam' or 'Not spam'");
        assertThat(score(metric, "It is spam.", "spam"))
                .hasToString("0.0: the output is none of the labels: 'It is spam.'");
        assertThat(score(metric, "It is spam.", "spam").negated().value()).hasValue(0);
        assertThat(value(metric, "unsure", "spam", "unsure")).isEqualTo(1);
    }

    @Test
    void takesTheOnlyLabelThatIsNamed() throws Exception {
        Classification anywhere = metric.anywhere();

        assertThat(value(anywhere, "This is spam, clearly SPAM.", "spam")).isEqualTo(1);
        assertThat(value(anywhere, "This is not spam.", "not spam")).isEqualTo(1);
        assertThat(value(anywhere, "**Unsure**", "unsure")).isEqualTo(1);
        for (String output : List.of("spammy", "spam, or unsure", "", "nothing of it")) {
            assertThat(score(anywhere, output, "spam").reason()).startsWith("the output names no label, or several: '");
        }
    }

    @Test
    void keepsTheLabels() throws Exception {
        assertThat(score(metric, "unsure", "spam").details())
                .containsExactly(java.util.Map.entry("expected", "Spam"), java.util.Map.entry("given", "Unsure"));
        assertThat(score(metric, "unsure", "spam", "unsure").details()).containsEntry("expected", "Unsure");
        assertThat(score(metric, "?", "spam").details()).containsOnlyKeys("expected");
    }

    @Test
    void refusesALabelThatIsNone() {
        assertThatThrownBy(() -> score(metric, "spam", "spma"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("UNKNOWN_LABEL"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): 'spma' in its 'expected' or 'references' is none of the"
                        + " labels [Spam, Not spam, Unsure]");
        assertThatThrownBy(() -> score(metric, "spam", "unsur")).hasMessageEndingWith("; is 'Unsure' meant?");
    }

    /** The example of scikit-learn's documentation of {@code classification_report}. */
    @Test
    void agreesWithAPublishedReport() throws Exception {
        SetFigures figures = figures(List.of("0", "1", "2"), "0 1 2 2 2", "0 0 2 2 1");

        assertThat(figures.main()).isEqualTo("macro F1");
        assertThat(figures.value()).isCloseTo(0.49, within(0.005));
        assertFigure(figures, "accuracy", 0.6);
        assertFigure(figures, "weighted F1", 0.61);
        assertFigure(figures, "precision of 0", 0.5);
        assertFigure(figures, "recall of 0", 1);
        assertFigure(figures, "F1 of 0", 0.67);
        assertFigure(figures, "precision of 1", 0);
        assertFigure(figures, "recall of 1", 0);
        assertFigure(figures, "F1 of 1", 0);
        assertFigure(figures, "precision of 2", 1);
        assertFigure(figures, "recall of 2", 0.67);
        assertFigure(figures, "F1 of 2", 0.8);
    }

    /** The examples of scikit-learn's documentation of {@code f1_score} and {@code confusion_matrix}. */
    @Test
    void agreesWithPublishedAveragesAndCounts() throws Exception {
        SetFigures figures = figures(List.of("0", "1", "2"), "0 1 2 0 1 2", "0 2 1 0 0 1");

        assertFigure(figures, "macro F1", 0.267);
        assertFigure(figures, "micro F1", 0.333);
        assertFigure(figures, "weighted F1", 0.267);
        assertThat(figures(List.of("ant", "bird", "cat"), "cat ant cat cat ant bird", "ant ant cat cat ant cat")
                        .tables()
                        .get(0)
                        .rows())
                .containsExactly(
                        List.of("ant", "2", "0", "0", "0"),
                        List.of("bird", "0", "0", "1", "0"),
                        List.of("cat", "1", "0", "2", "0"));
    }

    @Test
    void givesUnreadableOutputsAColumnOfTheirOwn() throws Exception {
        SetFigures figures = figures(List.of("a", "b", "c"), "a a a b", "a ? ? b");

        assertThat(figures.tables().get(0).title()).isEqualTo("confusion matrix");
        assertThat(figures.tables().get(0).columns()).containsExactly("expected \\ given", "a", "b", "c", "(none)");
        assertThat(figures.tables().get(0).rows())
                .containsExactly(
                        List.of("a", "1", "0", "0", "2"),
                        List.of("b", "0", "1", "0", "0"),
                        List.of("c", "0", "0", "0", "0"));
        assertFigure(figures, "accuracy", 0.5);
        assertFigure(figures, "precision of a", 1);
        assertFigure(figures, "recall of a", 1.0 / 3);
        assertFigure(figures, "F1 of a", 0.5);
        assertFigure(figures, "macro F1", 0.75); // (1/2 + 1) / 2: nobody expected or gave c
        assertFigure(figures, "weighted F1", 0.625); // (3 * 1/2 + 1) / 4
        assertFigure(figures, "micro F1", 2.0 / 3); // 2 * 2 / (4 + 2)
        assertThat(figures.figures()).doesNotContainKeys("precision of c", "recall of c", "F1 of c");
    }

    @Test
    void isMadeByItsAnnotation() throws Exception {
        Measure measure = new ClassificationScoreFactory()
                .create(Annotated.class.getAnnotation(ClassificationScore.class), new NoScope());

        assertThat(measure.name()).isEqualTo("classification");
        assertThat(value(measure.scorer(), "surely a", "a")).isEqualTo(1);
        assertThat(measure.scorer().describe().parameters())
                .containsEntry("labels", "a | b")
                .containsEntry("anywhere", "true")
                .containsEntry("figure", "ACCURACY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassificationScoreFactory()
                        .create(TooFew.class.getAnnotation(ClassificationScore.class), new NoScope()))
                .withMessage("labels = [a]: name every label there is, at least two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesLabelsThatCannotBeTold(String empty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of("a", empty))
                .withMessage("labels: one is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of("a", "A "))
                .withMessage("labels: 'A ' stands there twice");
    }

    private static void assertFigure(SetFigures figures, String name, double value) {
        assertThat(figures.figures()).containsKey(name);
        assertThat(figures.figures().get(name)).as(name).isCloseTo(value, within(0.005));
    }

    /** The figures of labels with blanks in between. */
    private static SetFigures figures(List<String> labels, String expected, String given) throws Exception {
        Scorer scorer = Classification.of(labels.toArray(new String[0]));
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < expected.split(" ", -1).length; i++) {
            Score score = score(scorer, given.split(" ", -1)[i], expected.split(" ", -1)[i]);
            taken.add(new Taken("case-" + i, 1, score.value().orElseThrow(), score.details()));
        }
        return scorer.aggregation().orElseThrow().over(taken);
    }
}
