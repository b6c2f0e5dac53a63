package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.gate.PassRate;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.jupiter.GoldenSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Judges that nobody can ask, as in a pull request from a fork, through the real engine. */
@Timeout(60)
class RunWithoutModelTest {

    static class GatedTestCases {

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, atLeast = 0.5, judges = "nowhere")
        @PassRate(atLeast = 0.5)
        void answers(Actual actual) {
            actual.output("It is Paris.");
        }
    }

    static class UngatedTestCases {

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, atLeast = 0.5, judges = "nowhere")
        void answers(Actual actual) {
            actual.output("It is Paris.");
        }
    }

    @Test
    void isAnErrorUnlessTheSettingsSayOtherwise() {
        EngineExecutionResults results = run(GatedTestCases.class, Map.of());

        assertThat(failures(results))
                .singleElement()
                .asString()
                .contains("ERROR")
                .contains("NO_RECORDING");
    }

    @Test
    void isNotRunWhereTheSettingsSaySo() {
        for (Class<?> testClass : List.of(GatedTestCases.class, UngatedTestCases.class)) {
            EngineExecutionResults results = run(testClass, Map.of("junit.llm.without-model", "not-run"));

            assertThat(failures(results)).isEmpty();
            assertThat(results.testEvents().succeeded().count()).isZero();
            assertThat(results.testEvents().aborted().list())
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.getRequiredPayload(TestExecutionResult.class)
                                    .getThrowable())
                            .hasValueSatisfying(thrown -> assertThat(thrown).hasMessageContaining("NOT RUN: ")));
        }
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    private static EngineExecutionResults run(Class<?> testClass, Map<String, String> settings) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.cassette.mode", "replay")
                .configurationParameter("junit.llm.judge.nowhere.model", "m")
                .configurationParameter("junit.llm.judge.nowhere.base-url", "http://localhost:1/v1")
                .configurationParameters(settings)
                .execute();
    }
}
