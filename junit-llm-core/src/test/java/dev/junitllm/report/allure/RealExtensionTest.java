package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.KeepTrace;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The golden-set extension and Allure's listener together, into the folder that Allure is told. */
class RealExtensionTest {

    private static final String FOLDER = "allure.results.directory";

    @TempDir
    Path folder;

    private final AllureLifecycle before = Allure.getLifecycle();
    private final String folderBefore = System.getProperty(FOLDER);

    static class LeaveTestCases {

        @GoldenSet("allure/leave.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        void passes(GoldenCase golden, Actual actual) {
            actual.output("30 days").attribute("model", "small-1");
        }

        @GoldenSet("allure/leave.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void fails(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }

        @Test
        @KeepTrace
        void looksUp() {
            LlmSpan.tool("lookup", span -> "30 days");
            LlmSpan.evaluation("politeness", span -> 0.5);
        }
    }

    @BeforeEach
    void writeToTheFolder() {
        System.setProperty(FOLDER, folder.toString());
        Allure.setLifecycle(new AllureLifecycle());
    }

    @AfterEach
    void writeWhereBefore() {
        Allure.setLifecycle(before);
        if (folderBefore == null) {
            System.clearProperty(FOLDER);
        } else {
            System.setProperty(FOLDER, folderBefore);
        }
    }

    @Test
    void showCasesVerdictsAndEnvironment() {
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(LeaveTestCases.class))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                                .build(),
                        new AllureJunitPlatform());

        Results results = new Results(folder);
        assertThat(results.names())
                .containsExactly(
                        "Verdict: RealExtensionTest.LeaveTestCases.fails",
                        "Verdict: RealExtensionTest.LeaveTestCases.passes",
                        "leave-days",
                        "leave-days",
                        "looksUp()",
                        "parental-leave",
                        "parental-leave");
        assertThat(results.named("Verdict: RealExtensionTest.LeaveTestCases.passes")
                        .path("status")
                        .asText())
                .isEqualTo("passed");
        JsonNode failed = results.named("Verdict: RealExtensionTest.LeaveTestCases.fails");
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("statusDetails").path("trace").asText()).doesNotContain("\n");
        assertThat(results.attachment(failed.path("steps").get(0), "the cases that decided, worst first"))
                .contains("parental-leave");
        assertThat(results.all())
                .filteredOn(result -> result.path("name").asText().equals("parental-leave"))
                .allSatisfy(miss -> {
                    assertThat(miss.path("status").asText()).isEqualTo("failed");
                    assertThat(miss.path("statusDetails").path("muted").asBoolean())
                            .isTrue();
                    assertThat(Results.identifying(miss)).containsExactly("case=parental-leave");
                });
        JsonNode traced = results.named("looksUp()");
        assertThat(traced.path("steps"))
                .extracting(step -> step.path("name").asText())
                .containsExactly("execute_tool lookup", "evaluation politeness");
        assertThat(results.attachment(traced, "trace"))
                .contains("RealExtensionTest.LeaveTestCases.looksUp", "<span class=\"outcome good\">PASSED</span>");
        assertThat(Results.parameters(traced).get("trace")).matches("traces/[0-9]{6}-[0-9a-f]{12}\\.json");
        assertThat(results.text("environment.properties")).contains("Models=small-1", "junit=");
    }
}
