package dev.junitllm.examples.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.gate.PassAtK;
import dev.junitllm.gate.PassHatK;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.Quarantine;
import dev.junitllm.jupiter.Samples;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.TokenF1;
import dev.junitllm.stats.FixedDesign;
import dev.junitllm.stats.SequentialCosts;
import dev.junitllm.stats.SequentialDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/sampling.md, run. */
class SamplingPageTest {

    static class OfKTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::of-k[]
        @GoldenSet("golden/handbook.jsonl")
        @Samples(5)
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassAtK(k = 3, atLeast = 0.7)
        @PassHatK(k = 3, atLeast = 0.6)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::of-k[]
    }

    static class StopEarlyTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::stop-early[]
        @GoldenSet("golden/handbook.jsonl")
        @Samples(max = 20, stopEarly = true)
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.5, target = 0.7, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::stop-early[]
    }

    static class QuarantineTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::quarantine[]
        @GoldenSet("golden/handbook.jsonl")
        @Quarantine("golden/handbook.quarantine.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::quarantine[]
    }

    @Test
    void gatesOfSeveralSamplesLookAtAllOfThem() {
        assertThat(PageRun.green(OfKTestCases.class, "answers").succeeded().count())
                .isEqualTo(5 * 32);
    }

    @Test
    void aRunThatStopsEarlyAsksForFarFewerThanItMay() {
        assertThat(PageRun.green(StopEarlyTestCases.class, "answers").started().count())
                .isLessThan(100);
    }

    @Test
    void whatIsInQuarantineRunsAndIsNoPartOfTheGate() {
        assertThat(PageRun.green(QuarantineTestCases.class, "answers")
                        .succeeded()
                        .count())
                .isEqualTo(32);
    }

    /** The table of the page: from which rate to which, and how many samples that takes. */
    @Test
    void theNumbersOfThePageAreWhatTheDesignsComeTo() throws IOException {
        Matcher rows = Pattern.compile("\\| ([\\d.]+) to ([\\d.]+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|")
                .matcher(Files.readString(DocsSnippetsTest.ROOT.resolve("docs/sampling.md"), UTF_8));
        int found = 0;
        while (rows.find()) {
            double bad = Double.parseDouble(rows.group(1));
            double good = Double.parseDouble(rows.group(2));
            SequentialDesign design = SequentialDesign.strict(bad, good, 0.95, SequentialDesign.UNLIMITED);
            assertThat(rows.group())
                    .isEqualTo("| %s to %s | %s | %s | %s | %s |"
                            .formatted(
                                    rows.group(1),
                                    rows.group(2),
                                    FixedDesign.smallest(bad, good, 0.05, 0.05).size(),
                                    Math.round(SequentialCosts.of(design, bad).meanSamples()),
                                    Math.round(SequentialCosts.of(design, good).meanSamples()),
                                    design.fewestToPass()));
            found++;
        }
        assertThat(found).isEqualTo(5);
    }
}
