package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A single case that drops far fails the build only when fresh samples of it drop as far. */
class SevereDropTest {

    private static final String[] UPDATE = {"junit.llm.baseline", "update"};

    @TempDir
    Path folder;

    static class SevereTestCases {

        private final AtomicBoolean fresh = new AtomicBoolean();

        @BeforeEach
        void eachSampleHasAnInstanceOfItsOwn() {
            if (!fresh.compareAndSet(false, true)) {
                throw new AssertionError("this instance has been used before");
            }
        }

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(severeDrop = 0.5)
        @ErrorBudget(atMost = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answerByTurn(this, golden, actual);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(severeDrop = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answerByTurn(this, golden, actual);
        }
    }

    static class ScoreTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(value = TokenF1.class, recordOnly = true)
        @NoRegression(of = "token-f1", severeDrop = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answerByTurn(this, golden, actual);
        }
    }

    static class EarlyTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Samples(value = 2, stopEarly = true)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answerByTurn(this, golden, actual);
        }
    }

    @Test
    void aCaseThatIsBrokenIsSampledFiveTimesMoreAndFailsTheBuild() {
        EvalModule module = EvalModule.in(folder).goldenOf(120);
        module.run(SevereTestCases.class, UPDATE);

        EvalRun run = module.answersNoTo("case-7").run(SevereTestCases.class);

        assertThat(run.verdict())
                .contains(
                        "FAIL @NoRegression(severeDrop = 0.5): case case-7 has dropped by 1, and each of 5 fresh samples confirms it. the pass rate over 120 cases is 0.992")
                .contains("severe drops (1):\n      case-7: confirmed by each of 5 fresh samples\n");
        assertThat(run.statuses())
                .hasSize(125)
                .containsEntry("case-7 (fresh sample 1)", "ABORTED")
                .containsEntry("case-7 (fresh sample 5)", "ABORTED");
        assertThat(module.lines("cases.jsonl").subList(120, 125))
                .allMatch(line -> line.at("/case").asText().equals("case-7"))
                .extracting(line -> line.at("/sample").asInt())
                .containsExactly(2, 3, 4, 5, 6);
        assertThat(module.verdicts().get(0).at("/tally/failed").asInt()).isEqualTo(1);
    }

    @Test
    void aCaseThatFailedByChanceIsSampledOnceMoreAndFailsNothing() {
        EvalModule module = EvalModule.in(folder).goldenOf(120);
        module.run(SevereTestCases.class, UPDATE);

        EvalRun run = module.answers(Map.of("case-7@2", "no", "case-9@2", "no", "case-9@3", "no"))
                .run(SevereTestCases.class);

        assertThat(run.verdicts()).isEmpty();
        assertThat(run.statuses())
                .hasSize(123)
                .containsEntry("case-7 (fresh sample 1)", "SUCCESSFUL")
                .containsEntry("case-9 (fresh sample 1)", "ABORTED")
                .containsEntry("case-9 (fresh sample 2)", "SUCCESSFUL");
        assertThat(module.verdicts().get(0).at("/lists/0").toString())
                .contains(
                        "severe drops",
                        "not confirmed: fresh sample 1 is better",
                        "not confirmed: fresh sample 2 is better");
    }

    @Test
    void anErrorConfirmsNothing() {
        EvalModule module = EvalModule.in(folder).goldenOf(120);
        module.run(SevereTestCases.class, UPDATE);

        EvalRun run = module.answers(Map.of("case-7@2", "no", "case-7@3", "no", "case-7@4", "ERROR"))
                .run(SevereTestCases.class);

        assertThat(run.verdicts()).isEmpty();
        assertThat(module.verdicts().get(0).at("/lists/0").toString())
                .contains("not confirmed: fresh sample 2 ended in an error");
    }

    @Test
    void nothingIsSampledAgainWhereTheGateFailsAnywayOrNothingDropped() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(SevereTestCases.class, UPDATE);

        assertThat(module.run(SevereTestCases.class).statuses()).hasSize(60);

        EvalRun run = module.answersNoTo("case-1", "case-2", "case-3", "case-4").run(SevereTestCases.class);

        assertThat(run.statuses()).hasSize(60);
        assertThat(run.verdict()).contains("severe drops (4):\n      case-1: not sampled again\n");
    }

    @Test
    void oneConfirmedCaseIsEnoughAndAtMostFiveAreTried() {
        EvalModule module = EvalModule.in(folder).goldenOf(400);
        module.run(SevereTestCases.class, UPDATE);
        Map<String, String> once = new LinkedHashMap<>();
        for (int i = 1; i <= 7; i++) {
            once.put("case-" + i + "@2", "no");
        }

        assertThat(module.answers(once).run(SevereTestCases.class).statuses()).hasSize(405);
        assertThat(module.answersNoTo("case-1", "case-2")
                        .run(SevereTestCases.class)
                        .statuses())
                .hasSize(405)
                .containsKey("case-1 (fresh sample 5)");
    }

    @Test
    void aScoreDropsByItsValue() {
        EvalModule module = EvalModule.in(folder).goldenOf(120);
        module.run(ScoreTestCases.class, UPDATE);

        String verdict = module.answersNoTo("case-7").run(ScoreTestCases.class).verdict();

        assertThat(verdict)
                .contains("case case-7 has dropped by 1, and each of 5 fresh samples confirms it")
                .contains("case-7: 0, was 1, confirmed by each of 5 fresh samples");
    }

    /** The second pool is younger than the oldest JUnit we support, which takes its own for both. */
    @ParameterizedTest
    @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
    void casesThatRunSideBySideAreAwaited(String pool) {
        EvalModule module = parallel(pool, 4);
        module.run(ConcurrentTestCases.class, UPDATE);

        EvalRun run = module.answersNoTo("case-7").run(ConcurrentTestCases.class);

        assertThat(run.verdict()).contains("each of 5 fresh samples confirms it");
        assertThat(run.statuses()).hasSize(125);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
    void whereNoThreadIsLeftToRunThemNothingWaitsForEver(String pool) {
        EvalModule module = parallel(pool, 1);
        module.run(ConcurrentTestCases.class, UPDATE);

        EvalRun run = module.answersNoTo("case-7").run(ConcurrentTestCases.class);

        assertThat(run.verdicts()).isEmpty();
        assertThat(run.statuses()).hasSize(120);
        assertThat(module.verdict().at("/lists/0").toString()).contains("not sampled again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORK_JOIN_POOL", "WORKER_THREAD_POOL"})
    void casesThatRunOneByOneInAPoolNeedNoWaiting(String pool) {
        EvalModule module = parallel(pool, 1);
        module.run(SevereTestCases.class, UPDATE);

        EvalRun run = module.answersNoTo("case-7").run(SevereTestCases.class);

        assertThat(run.verdict()).contains("each of 5 fresh samples confirms it");
    }

    private EvalModule parallel(String pool, int threads) {
        return EvalModule.in(folder)
                .goldenOf(120)
                .set("junit.jupiter.execution.parallel.enabled", true)
                .set("junit.jupiter.execution.parallel.config.executor-service", pool)
                .set("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .set("junit.jupiter.execution.parallel.config.fixed.parallelism", threads)
                .set("junit.jupiter.execution.parallel.config.fixed.max-pool-size", threads);
    }

    @Test
    void pickedCasesAreNotSampledAgain() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        String one = module.run(SevereTestCases.class, UPDATE).uniqueIdOf("case-2");

        assertThat(module.answersNoTo("case-2")
                        .runOnly(one, SevereTestCases.class)
                        .statuses())
                .containsOnlyKeys("case-2");
    }

    @Test
    void aComparisonNeedsEverySample() {
        assertThat(EvalModule.in(folder).goldenOf(3).run(EarlyTestCases.class).verdict())
                .contains("for which every sample has to run: remove stopEarly");
    }
}
