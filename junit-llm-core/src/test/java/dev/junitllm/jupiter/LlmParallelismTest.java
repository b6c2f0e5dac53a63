package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class LlmParallelismTest {

    @Execution(ExecutionMode.CONCURRENT)
    static class WaitingTestCases {
        static final int AT_ONCE = 16;
        static final CountDownLatch SIXTEEN_WAIT = new CountDownLatch(AT_ONCE);
        static final AtomicInteger RUNNING = new AtomicInteger();
        static final AtomicInteger MOST = new AtomicInteger();

        @GoldenSet("engine/forty.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) throws InterruptedException {
            MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            SIXTEEN_WAIT.countDown();
            assertThat(SIXTEEN_WAIT.await(20, TimeUnit.SECONDS))
                    .as("sixteen at once")
                    .isTrue();
            CompletableFuture.runAsync(() -> {}).join(); // what makes a fork-join pool add threads of its own
            RUNNING.decrementAndGet();
            actual.output(golden.expected());
        }
    }

    @Test
    void runsAsManyCasesAtOnceAsItSaysAndNeverMore() {
        EvalRun run = EvalTestKit.with("junit.jupiter.execution.parallel.enabled", true)
                .and("junit.jupiter.execution.parallel.config.strategy", "custom")
                .and("junit.jupiter.execution.parallel.config.custom.class", LlmParallelism.class.getName())
                .execute(WaitingTestCases.class);

        assertThat(run.statuses().values()).hasSize(40).containsOnly("SUCCESSFUL");
        assertThat(WaitingTestCases.MOST).hasValue(WaitingTestCases.AT_ONCE);
    }
}
