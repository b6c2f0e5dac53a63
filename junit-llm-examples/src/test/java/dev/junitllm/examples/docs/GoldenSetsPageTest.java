package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.MatchesScore;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of docs/golden-sets.md, run. */
class GoldenSetsPageTest {

    @PassRate(atLeast = 0.7) // keeps the page's first example short
    static class FirstTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::first[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        void answersFromTheHandbook(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::first[]
    }

    @ReferenceScore(ExactMatch.class)
    static class LocationsTestCases {

        // tag::locations[]
        @GoldenSet("golden/handbook.jsonl") // on the class path, else in the module folder
        // end::locations[]
        void anywhere(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        // tag::locations[]
        @GoldenSet("classpath:golden/handbook.jsonl") // only there; also inside a jar
        // end::locations[]
        void onTheClassPath(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        // tag::locations[]
        @GoldenSet("file:src/test/resources/golden/handbook.jsonl") // only in the module folder, or absolute
        // end::locations[]
        void inTheModule(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        // tag::locations[]
        @GoldenSet({"golden/handbook.jsonl", "golden/handbook-production.csv"}) // several files, in this order
        // end::locations[]
        void several(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        // tag::locations[]
        @GoldenSet("golden/**/*.csv") // all that match, sorted by name
        // end::locations[]
        void all(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @ReferenceScore(ExactMatch.class)
    static class OtherDataTestCases {

        // tag::other-data[]
        @GoldenSet(value = "docs/sums.jsonl", input = "/question", expected = "/answer")
        // end::other-data[]
        void sums(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        // tag::other-data[]
        @GoldenSet(value = "docs/programs.jsonl", id = "/task_id", input = "/prompt", expected = "/canonical_solution")
        // end::other-data[]
        void programs(GoldenCase golden, Actual actual) {
            assertThat(golden.id()).isEqualTo("Add/0");
            actual.output(golden.expected());
        }

        // tag::other-data[]
        @GoldenSet(value = "docs/passages.jsonl", input = "/question", references = "/answers/text")
        // end::other-data[]
        void passages(GoldenCase golden, Actual actual) {
            actual.output(golden.references().get(1));
        }

        // tag::other-data[]
        @GoldenSet(value = "docs/chats.jsonl", input = "/turns/0", messages = "/history", origin = "/source/kind")
        // end::other-data[]
        void chats(GoldenCase golden, Actual actual) {
            assertThat(golden.messages()).hasSize(2);
            actual.output(golden.expected());
        }
    }

    static class OwnFormatTestCases {

        @GoldenSet("docs/kitchen.bars")
        @MatchesScore(pattern = "Is there (tea|milk)\\?")
        void bars(GoldenCase golden, Actual actual) {
            actual.output(golden.input());
        }
    }

    @ParameterizedTest
    @CsvSource({"anywhere,44", "onTheClassPath,44", "inTheModule,44", "several,62", "all,18"})
    void findsFiles(String method, int cases) {
        assertThat(PageRun.green(LocationsTestCases.class, method).succeeded().count())
                .isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({"sums", "programs", "passages", "chats"})
    void readsOtherPeoplesData(String method) {
        assertThat(PageRun.green(OtherDataTestCases.class, method).succeeded().count())
                .isEqualTo(1);
    }

    @Test
    void readsAFormatOfYourOwn() {
        assertThat(PageRun.green(OwnFormatTestCases.class, "bars").succeeded().count())
                .isEqualTo(2);
    }

    @Test
    void beginsWithATestThatRuns() {
        assertThat(PageRun.green(FirstTestCases.class, "answersFromTheHandbook")
                        .succeeded()
                        .count())
                .isEqualTo(32);
    }
}
