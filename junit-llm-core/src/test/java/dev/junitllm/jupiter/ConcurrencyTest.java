package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrencyTest {

    static final String EXECUTOR = "junit.jupiter.execution.parallel.config.executor-service";

    @Execution(ExecutionMode.CONCURRENT)
    static class EveryThirdMissesTestCases {
        @GoldenSet("engine/forty.jsonl")
        @Samples(5)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            int number = Integer.parseInt(golden.input());
            actual.output(number % 3 == 0 ? "wrong" : golden.input());
        }
    }

    static Stream<Arguments> parallelisms() {
        return Stream.of("FORK_JOIN_POOL", "WORKER_THREAD_POOL")
                .flatMap(executor -> IntStream.of(1, 4, 16).mapToObj(threads -> Arguments.of(executor, threads)));
    }

    @ParameterizedTest
    @MethodSource("parallelisms")
    void theVerdictComesAfterTheLastCaseAndIsTheSameAtAnyParallelism(String executor, int threads) throws IOException {
        assumeTrue(
                executor.equals("FORK_JOIN_POOL") || hasWorkerThreadPool(),
                "skipped: this JUnit has no worker thread pool (6.1 and later do)");
        EvalTestKit kit = EvalTestKit.with("junit.jupiter.execution.parallel.enabled", true)
                .and("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .and("junit.jupiter.execution.parallel.config.fixed.parallelism", threads);
        if (!executor.equals("FORK_JOIN_POOL")) {
            kit.and(EXECUTOR, executor);
        }

        EvalRun run = kit.execute(EveryThirdMissesTestCases.class);

        assertThat(run.statuses()).hasSize(200);
        assertThat(run.verdict())
                .contains("135 of 200 samples of 40 cases passed: 0.675, below 0.7")
                .containsSubsequence("FAILED case-03 [1/5]", "FAILED case-03 [2/5]", "FAILED case-06 [1/5]");
        List<String> lines = Files.readAllLines(run.folder().resolve("cases.jsonl"));
        assertThat(lines).hasSize(200);
        assertThat(lines.stream().map(ConcurrencyTest::caseAndSample).collect(Collectors.toSet()))
                .hasSize(200);
    }

    private static String caseAndSample(String line) {
        try {
            var json = JsonMapper.builder().build().readTree(line);
            return json.get("case").asText() + "/" + json.get("sample").asInt();
        } catch (IOException e) {
            throw new AssertionError("an unreadable line: " + line, e);
        }
    }

    static boolean hasWorkerThreadPool() {
        try {
            Class.forName(
                    "org.junit.platform.engine.support.hierarchical.WorkerThreadPoolHierarchicalTestExecutorService");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
