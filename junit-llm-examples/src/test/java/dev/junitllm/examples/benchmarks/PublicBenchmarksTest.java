package dev.junitllm.examples.benchmarks;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each benchmark comes out as its scripted answers say, and its gate holds. */
class PublicBenchmarksTest {

    @Test
    void countsTheWrongLetterOfMmlu() {
        assertThat(outcomes("mmlu"))
                .hasSize(6)
                .containsEntry("orienteering_test-2", Status.ABORTED)
                .containsEntry("kitchen_chemistry_test-3", Status.SUCCESSFUL);
    }

    @Test
    void countsTheWrongNumberOfGsm8k() {
        assertThat(outcomes("gsm8k")).hasSize(5).containsEntry("test-3", Status.ABORTED);
    }

    @Test
    void countsTheWrongProgramOfHumanEval() {
        assumeThat(PublicBenchmarksEvalTest.canRunPython())
                .as("skipped: no Python here, or no sandbox to run generated code in")
                .isTrue();
        assertThat(outcomes("humanEval"))
                .hasSize(4)
                .containsEntry("Own/1", Status.SUCCESSFUL)
                .containsEntry("Own/3", Status.ABORTED);
    }

    @Test
    void countsTheMisconceptionOfTruthfulQa() {
        assertThat(outcomes("truthfulQa")).hasSize(5).containsEntry("TruthfulQA-3", Status.ABORTED);
    }

    /** How each case ended, by its id; the gate itself must hold. */
    private static Map<String, Status> outcomes(String method) {
        var results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(
                        PublicBenchmarksEvalTest.class, method, "dev.junitllm.GoldenCase, dev.junitllm.Actual"))
                .configurationParameter("junit.llm.console", "off")
                .execute();
        assertThat(results.allEvents().failed().list()).isEmpty();
        return results.testEvents().finished().stream()
                .collect(toMap(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getStatus()));
    }
}
