package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Usage;
import dev.junitllm.gate.Inconclusive;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run ends as soon as its verdict is known, and asks for nothing more. */
@ResourceLock("StoppingEarlyTest")
class StoppingEarlyTest {

    /** What a pool may have under way, or have put aside, besides the 56 that are needed; bodies take no time here. */
    private static final long MOST_FOR_56 = 250;

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final List<String> RAN = Collections.synchronizedList(new ArrayList<>());

    /** Stands for Spring: it fills every instance of the test, at some cost. */
    static class Filling implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            MADE.incrementAndGet();
        }
    }

    @ExtendWith(Filling.class)
    abstract static class Watched {
        @BeforeEach
        void noteThatItBegins() {
            RAN.add("before");
        }

        void answer(GoldenCase golden, Actual actual, boolean passes) {
            RAN.add(golden.id());
            actual.output(passes ? golden.input() : "wrong");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class AlwaysRightTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, true);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class EveryThirdWrongTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, Integer.parseInt(golden.input()) % 3 != 0);
            actual.usage(Usage.of(400, 100));
            actual.attribute("cost", "0.002");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class SharedInstanceTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, true);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ReplayedTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 3, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, true);
            actual.attribute("replayed", "true");
        }
    }

    static class CapTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 2, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, Integer.parseInt(golden.input()) % 13 != 0);
        }
    }

    static class CapThatWarnsTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 2, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95, inconclusive = Inconclusive.WARN)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, Integer.parseInt(golden.input()) % 13 != 0);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class OutageTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {
            RAN.add(golden.id());
            throw new IllegalStateException("503");
        }
    }

    static class SettledTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(value = 3, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, Integer.parseInt(golden.input()) % 2 == 0);
        }
    }

    static class SettledAtTheEndTestCases extends Watched {
        @GoldenSet("engine/forty.jsonl")
        @Samples(value = 1, stopEarly = true)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, true);
        }
    }

    @BeforeEach
    void nothingHasRun() {
        MADE.set(0);
        RAN.clear();
    }

    static Stream<Arguments> parallelisms() {
        return Stream.of(
                Arguments.of("FORK_JOIN_POOL", 1),
                Arguments.of("FORK_JOIN_POOL", 4),
                Arguments.of("WORKER_THREAD_POOL", 1), // takes all contexts at once
                Arguments.of("WORKER_THREAD_POOL", 4));
    }

    private static EvalTestKit on(String executor, int threads) {
        assumeTrue(
                executor.equals("FORK_JOIN_POOL") || ConcurrencyTest.hasWorkerThreadPool(),
                "skipped: this JUnit has no worker thread pool (6.1 and later do)");
        EvalTestKit kit = EvalTestKit.with("junit.jupiter.execution.parallel.enabled", true)
                .and("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .and("junit.jupiter.execution.parallel.config.fixed.parallelism", threads)
                .and("junit.jupiter.execution.parallel.config.fixed.max-pool-size", threads);
        return executor.equals("FORK_JOIN_POOL") ? kit : kit.and(ConcurrencyTest.EXECUTOR, executor);
    }

    private static long bodies() {
        return RAN.stream().filter(ran -> !ran.equals("before")).count();
    }

    @Test
    void asksForNoMoreThanTheTestNeeds() {
        EvalRun run = EvalTestKit.run(AlwaysRightTestCases.class);

        assertThat(run.verdicts()).isEmpty();
        assertThat(bodies()).isEqualTo(56); // the fewest with which 0.95 against 0.9 is sure
        assertThat(run.statuses()).hasSize(56);
        assertThat(RAN.stream().filter("case-07"::equals).count()).isBetween(1L, 2L);
    }

    @ParameterizedTest
    @MethodSource("parallelisms")
    void whatIsNotNeededIsLeftOutBeforeAnythingOfTheTestRuns(String executor, int threads) {
        EvalRun run = on(executor, threads).execute(AlwaysRightTestCases.class);

        long bodies = bodies();
        assertThat(bodies).isBetween(56L, MOST_FOR_56);
        assertThat(MADE.get()).isEqualTo((int) bodies);
        assertThat(RAN).hasSize((int) (2 * bodies));
        assertThat(run.verdicts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("parallelisms")
    void anInstanceThatAllCasesShareDoesNotMatter(String executor, int threads) {
        EvalRun run = on(executor, threads).execute(SharedInstanceTestCases.class);

        assertThat(bodies()).isBetween(56L, MOST_FOR_56);
        assertThat(RAN).hasSize((int) (2 * bodies()));
        assertThat(run.verdicts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("parallelisms")
    void saysWhatTheVerdictIsAboutAndWhatWasSaved(String executor, int threads) throws IOException {
        EvalRun run = on(executor, threads).execute(EveryThirdWrongTestCases.class);

        assertThat(lineOf(run.verdict(), "FAIL @PassRate"))
                .startsWith("  FAIL @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95): ")
                .containsPattern("\\d+ of \\d+ samples of \\d+ cases passed: 0\\.\\d+ \\(95% interval .* beta-binomial"
                        + " confidence sequence\\); ")
                .contains(" times as likely at a rate of 0.9 as at 0.95 (20 times decide), known after ");
        assertThat(lineOf(run.verdict(), "stopped early"))
                .matches("  stopped early: the verdict was known after \\d+ of at most 2,000 samples; [12],\\d+ were"
                        + " left out.*");
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("40 × up to 50")
                .contains("stopped early: the verdict was known after");
    }

    @Test
    void theSeedOrdersTheCases() {
        EvalTestKit.run(AlwaysRightTestCases.class);
        List<String> first = List.copyOf(RAN);
        nothingHasRun();
        EvalTestKit.run(AlwaysRightTestCases.class);
        List<String> again = List.copyOf(RAN);
        nothingHasRun();
        EvalTestKit.with("junit.llm.seed", 7).execute(AlwaysRightTestCases.class);

        assertThat(again).isEqualTo(first);
        assertThat(RAN).isNotEqualTo(first);
        assertThat(first.stream().filter(ran -> !ran.equals("before")).limit(40).distinct())
                .as("a first round of all cases")
                .hasSize(40);
    }

    @Test
    void aReplayedRunIsWhole() {
        EvalRun run = EvalTestKit.run(ReplayedTestCases.class);

        assertThat(run.statuses()).hasSize(120);
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void aPartialRunIsNotCutShort() {
        EvalRun whole = EvalTestKit.run(AlwaysRightTestCases.class);
        String last = whole.uniqueIdOf(List.copyOf(whole.statuses().keySet()).get(50));
        nothingHasRun();

        EvalRun run = EvalTestKit.only(last)
                .andOnly(last.replaceFirst("#51]", "#1900]"))
                .execute(AlwaysRightTestCases.class);

        assertThat(bodies()).isEqualTo(2);
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void aFixedNumberOfSamplesEndsWhereNoneOfTheRestCouldChangeTheVerdict() {
        EvalRun run = EvalTestKit.run(SettledTestCases.class);

        assertThat(bodies()).isBetween(13L, 60L); // 13 misses of 120 are over a tenth
        assertThat(run.verdict())
                .contains("FAIL @PassRate(atLeast = 0.9): ")
                .contains(" samples passed; the figure over all samples lies between ")
                .contains(", whatever those that were left out came to: below 0.9 either way")
                .contains("stopped early: the verdict was known after ")
                .doesNotContain("interval");
    }

    @Test
    void aRunThatNeedsEverySampleHasNotStoppedEarly() {
        EvalRun run = EvalTestKit.run(SettledAtTheEndTestCases.class);

        assertThat(bodies()).isEqualTo(40);
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void isInconclusiveWhereNothingWasSureInTheEnd() {
        EvalRun run = EvalTestKit.run(CapTestCases.class);

        assertThat(run.statuses()).hasSize(80);
        assertThat(run.verdict())
                .contains("INCONCLUSIVE @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95): 74 of 80 samples of"
                        + " 40 cases passed: 0.925 (95% interval ")
                .contains("every sample has run, so raise max, or set target farther from atLeast")
                .doesNotContain("stopped early");
        assertThat(EvalTestKit.run(CapThatWarnsTestCases.class).verdicts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("parallelisms")
    void anOutageEndsTheRunAsAnError(String executor, int threads) {
        EvalRun run = on(executor, threads).execute(OutageTestCases.class);

        assertThat(bodies()).isBetween(1L, MOST_FOR_56);
        assertThat(run.verdict()).contains("ERROR @PassRate").contains("stopped early");
    }

    private static String lineOf(String text, String wanted) {
        return text.lines().filter(line -> line.contains(wanted)).findFirst().orElseThrow();
    }
}
