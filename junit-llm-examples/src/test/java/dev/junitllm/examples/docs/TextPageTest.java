package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.SetScore;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.BleuScore;
import dev.junitllm.score.text.ContainsScore;
import dev.junitllm.score.text.ContainsScore.Match;
import dev.junitllm.score.text.ContainsScore.Place;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.Levenshtein;
import dev.junitllm.score.text.Rouge;
import dev.junitllm.score.text.RougeScore;
import dev.junitllm.score.text.RougeScore.Figure;
import dev.junitllm.score.text.RougeScore.Variant;
import dev.junitllm.score.text.TextForm;
import dev.junitllm.score.text.WordLimit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of the section on text in docs/scoring.md, run. */
class TextPageTest {

    static class ScoresTestCases {

        @GoldenSet("docs/numbers.jsonl")
        // tag::contains[]
        @ContainsScore(form = TextForm.NORMALIZED) // one of the case's own answers
        @ContainsScore(
                value = {"as an AI", "I cannot"},
                match = Match.NONE,
                form = TextForm.FOLDED)
        @ContainsScore(value = ".", place = Place.END)
        @WordLimit(max = 20)
        // end::contains[]
        void says(GoldenCase golden, Actual actual) {
            actual.output("Well: " + golden.expected());
        }

        @GoldenSet("docs/numbers.jsonl")
        @ReferenceScore(ExactMatch.Unaccented.class)
        @ReferenceScore(Levenshtein.class)
        // tag::rouge[]
        @ReferenceScore(value = Rouge.L.class, atLeast = 0.4)
        @RougeScore(value = Variant.ONE, figure = Figure.RECALL, unicode = true, atLeast = 0.6)
        // end::rouge[]
        void summarizes(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        // tag::bleu[]
        @GoldenSet("docs/numbers.jsonl")
        @BleuScore(lowercase = true, recordOnly = true) // of each sentence, to look at
        @SetScore(of = "bleu", atLeast = 0.3) // of the corpus
        void translates(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
        // end::bleu[]
    }

    @ParameterizedTest
    @ValueSource(strings = {"says", "summarizes", "translates"})
    void everyCasePasses(String method) {
        assertThat(PageRun.green(ScoresTestCases.class, method).succeeded().count())
                .isEqualTo(3);
    }
}
