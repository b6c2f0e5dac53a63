package dev.junitllm.examples.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parallelism changes how long a run takes, never how it comes out. */
class ConcurrentRunTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void comesOutTheSameAtAnyParallelism(int parallelism) {
        EvalRun oneByOne = EvalRun.of(
                HandbookProductionEvalTest.class, Map.of("junit.jupiter.execution.parallel.enabled", "false"));
        EvalRun sideBySide = EvalRun.of(
                HandbookProductionEvalTest.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(parallelism)));

        assertThat(sideBySide.statuses()).hasSize(18).isEqualTo(oneByOne.statuses());
        assertThat(sideBySide.verdicts()).isEmpty();
    }
}
