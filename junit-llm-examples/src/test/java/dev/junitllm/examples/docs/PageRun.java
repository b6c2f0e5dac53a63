package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a page's code by the real engine. */
final class PageRun {

    private PageRun() {}

    /** Runs one method, whose gates must fail. Returns what they say. */
    static String verdict(Class<?> testClass, String method) {
        return run(testClass, method)
                .containerEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .findFirst()
                .orElseThrow();
    }

    /** Runs one method, which must not fail. Returns its cases. */
    static Events green(Class<?> testClass, String method) {
        var results = run(testClass, method);
        assertThat(results.allEvents().failed().list()).as(method).isEmpty();
        return results.testEvents();
    }

    private static EngineExecutionResults run(Class<?> testClass, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(testClass, method, "dev.junitllm.GoldenCase, dev.junitllm.Actual"))
                .configurationParameter("junit.llm.console", "off")
                .execute();
    }
}
