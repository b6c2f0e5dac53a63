package dev.junitllm.examples.handbook;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * An eval test class, run by the real engine inside another test.
 *
 * @param results what JUnit saw
 */
public record EvalRun(EngineExecutionResults results) {

    public static EvalRun of(Class<?> testClass, Map<String, String> configuration) {
        return new EvalRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameters(configuration)
                .execute());
    }

    public static EvalRun of(Class<?> testClass) {
        return of(testClass, Map.of());
    }

    /** How each case ended, by its id. */
    public Map<String, TestExecutionResult.Status> statuses() {
        Map<String, TestExecutionResult.Status> statuses = new TreeMap<>();
        results.testEvents().finished().stream()
                .forEach(event -> statuses.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class).getStatus()));
        return statuses;
    }

    /** The messages of the golden-set methods that failed, by method. */
    public Map<String, String> verdicts() {
        Map<String, String> verdicts = new TreeMap<>();
        results.containerEvents().failed().stream()
                .forEach(event -> verdicts.put(
                        event.getTestDescriptor().getLegacyReportingName().replaceAll("\\(.*", ""),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()));
        return verdicts;
    }
}
