package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class IgnoredAnnotationListenerTest {

    static class MixedTestCases {
        @Test
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void ignored() {}

        @Test
        void plain() {}

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void read(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void warnsOfScorersAndGatesThatNobodyReads() {
        List<String> warnings = new ArrayList<>();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new IgnoredAnnotationListener(warnings::add))
                .build());

        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(MixedTestCases.class))
                .configurationParameter("junit.llm.console", "off")
                .build());

        assertThat(warnings)
                .containsExactly(
                        "junit-llm: dev.junitllm.jupiter.IgnoredAnnotationListenerTest$MixedTestCases.ignored has @ReferenceScore, @PassRate but no @GoldenSet, so nothing there is scored: add @GoldenSet, or assert with assertThatLlm");
    }
}
