package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.Tally;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TestModule;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import dev.junitllm.trace.LlmSpan;
import java.io.IOException;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What a review found to end other than it should. */
class HonestEndingsTest {

    @Test
    void aGoldenCaseCannotBeChangedThroughWhatItWasBoundTo() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree("{\"city\": \"Rome\"}");
        GoldenCase golden = GoldenCase.builder("italy", "?").expected(json).build();

        golden.expected(ObjectNode.class).put("city", "whatever the bot says");

        assertThat(golden.expected()).isEqualTo("{\"city\":\"Rome\"}");
    }

    record Item(String name) {}

    static class GenericTestCases {
        @GoldenSet("engine/lists.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(@Input List<Item> items, Actual actual) {
            actual.output(items.get(0).name());
        }
    }

    @Test
    void aParameterOfAGenericTypeIsBoundToThatType() {
        EvalRun run = EvalTestKit.run(GenericTestCases.class);
        assertThat(run.statuses()).containsEntry("one", "SUCCESSFUL");
    }

    // The last line of a GoldenSet's copy in the folder for temporary files: left when the run's folder can't be made.
    static class UnwritableTestCases {
        @GoldenSet("engine/cities.csv")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void noCopyOfAGoldenSetIsLeftWhereTheRunCannotBegin() throws IOException {
        Path target = TestModule.of(getClass()).buildFolder().resolve("junit-llm");
        Path aside = target.resolveSibling("junit-llm-aside");
        List<Path> before = copies();
        Files.createDirectories(target);
        Files.move(target, aside);
        Files.writeString(target, "in the way");
        try {
            EvalRun run = EvalTestKit.run(UnwritableTestCases.class);
            assertThat(run.verdicts()).hasSize(1);
        } finally {
            Files.delete(target);
            Files.move(aside, target);
        }
        assertThat(copies()).isEqualTo(before);
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("junit-llm-golden-"))
                    .sorted()
                    .toList();
        }
    }

    static class VanishingTestCases {
        static Path folder = Path.of("");

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) throws IOException {
            if (golden.id().equals("france")) {
                folder = newestRun();
            }
            try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            actual.output("wrong");
        }

        /** The run that this test itself is part of may have a folder, too. */
        private static Path newestRun() throws IOException {
            Path runs = TestModule.of(VanishingTestCases.class).buildFolder().resolve("junit-llm");
            String process = "-" + ProcessHandle.current().pid() + "-";
            try (Stream<Path> found = Files.list(runs)) {
                return found.filter(run -> run.getFileName().toString().contains(process))
                        .max(Comparator.comparing(HonestEndingsTest::began).thenComparing(HonestEndingsTest::counter))
                        .orElseThrow();
            }
        }
    }

    private static String began(Path run) {
        return run.getFileName().toString().replaceFirst("-[0-9]+-[0-9]+$", "");
    }

    /** Tells runs apart that began in the same second. */
    private static Integer counter(Path run) {
        return Integer.valueOf(run.getFileName().toString().replaceFirst(".*-", ""));
    }

    @Test
    void theVerdictIsStillTheMessageWhereTheSummaryCannotBeWritten() {
        EvalRun run = EvalTestKit.with("junit.llm.trace", "off").execute(VanishingTestCases.class);
        assertThat(run.verdicts())
                .anyMatch(thrown -> String.valueOf(thrown.getMessage()).contains("@PassRate"));
    }

    @Test
    void aTraceThatCannotBeKeptIsAnErrorOfTheSet() {
        assertThat(EvalTestKit.run(VanishingTestCases.class).verdicts())
                .anySatisfy(thrown -> assertThat(thrown)
                        .hasMessageContaining("ERROR")
                        .hasMessageContaining("a trace can't be written to "));
    }

    static class DeepTextTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            String deep = "a".repeat(200_000);
            LlmSpan.chain("deep", span -> {
                span.input(deep);
                return "";
            });
            actual.output(deep);
        }
    }

    @Test
    void aTextOverWhichARuleRunsOutOfStackIsRemovedWholeAndNothingElseIsLost() throws IOException {
        EvalRun run =
                EvalTestKit.with("junit.llm.redaction.rules", "deep=(?:a|b)*~").execute(DeepTextTestCases.class);

        assertThat(run.verdict()).contains("0 of 4 cases passed").doesNotContain("could not be kept");
        assertThat(Files.readAllLines(run.folder().resolve("cases.jsonl")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"output\":\"[REDACTED:deep]\"", "\"removed\":{\"deep\":1}")
                        .hasSizeLessThan(2_000));
        try (Stream<Path> traces = Files.list(run.folder().resolve("traces"))) {
            assertThat(traces)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .contains("[REDACTED:deep]")
                            .hasSizeLessThan(10_000));
        }
    }

    @Test
    void anInterruptedTestDoesNotCloseTheFileOfAllOthers(@TempDir Path module) throws Exception {
        try (RunStore store =
                RunStore.create(new TestModule(module, module.resolve("target")), Instant.now(), text -> text)) {
            Thread.currentThread().interrupt();
            try {
                store.append(
                        new TestId("A", "b"),
                        Verdict.of(new GateDescription("G", Map.of()), VerdictStatus.PASS, "r", new Tally(1, 0, 0, 0)));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    static final class JudgeThatIsDown implements Scorer {
        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            throw new ScoringException("TIMEOUT", "the judge did not answer");
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("faithfulness");
        }
    }

    static class ErrorsBesideSoftMissesTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 1)
        @ReferenceScore(value = JudgeThatIsDown.class, atLeast = 0.8)
        @MeanScore(of = "token-f1", atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected() + " maybe");
        }
    }

    @Test
    void aScoreThatErredInEveryCaseIsNotGreenBesideSoftMissesOfAnother() {
        EvalRun run = EvalTestKit.run(ErrorsBesideSoftMissesTestCases.class);
        assertThat(run.verdicts()).as("%s", run.statuses()).isNotEmpty();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Judgeds.class)
    @ReferenceScore(value = JudgeThatIsDown.class)
    @interface Judged {
        String why();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Judgeds {
        Judged[] value();
    }

    static class RepeatedComposedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Judged(why = "legal asked for it")
        @Judged(why = "support asked for it")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void aScorerInsideARepeatedComposedAnnotationIsNotLost() {
        assertThat(EvalTestKit.run(RepeatedComposedTestCases.class).statuses().values())
                .doesNotContain("SUCCESSFUL");
    }

    static final class AbortsOnFailures implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
            throw new TestAbortedException("known to be flaky", thrown);
        }
    }

    @ExtendWith(AbortsOnFailures.class)
    static class MissBesideAnAbortTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            if (golden.id().equals("italy")) {
                actual.output("Milan");
                throw new AssertionError("the citation is missing");
            }
            actual.output(golden.expected());
        }
    }

    @Test
    void aScoreBelowItsBarFailsItsCaseAlsoWhereAnotherExtensionAbortsIt() {
        assertThat(EvalTestKit.run(MissBesideAnAbortTestCases.class).statuses()).containsEntry("italy", "FAILED");
    }
}
