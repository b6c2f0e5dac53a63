package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Golden sets whose results are filed under other names than those of the class and method that Allure is told of. */
class FiledUnderAnotherNameTest {

    private static final String FOLDER = "allure.results.directory";

    @TempDir
    Path folder;

    private final AllureLifecycle before = Allure.getLifecycle();
    private final String folderBefore = System.getProperty(FOLDER);

    static class NamedTestCases {
        @GoldenSet(value = "allure/leave.jsonl", name = "leave")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }
    }

    abstract static class Base {
        @Nested
        class Inner {
            @GoldenSet("allure/leave.jsonl")
            @ReferenceScore(ExactMatch.class)
            @PassRate(atLeast = 0.9)
            void answers(GoldenCase golden, Actual actual) {
                actual.output("30 days");
            }
        }
    }

    static class InheritingTestCases extends Base {}

    static class OverloadedTestCases {
        @GoldenSet(value = "allure/leave.jsonl", name = "short")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }

        @GoldenSet(value = "allure/leave.jsonl", name = "long")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        void answers(Actual actual) {
            actual.output("30 days");
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
    void aSetWithANameOfItsOwnIsShownLikeAnyOther() {
        assertShown(run(NamedTestCases.class), "NamedTestCases.leave");
    }

    @Test
    void aSetInAnInheritedNestedClassIsShownLikeAnyOther() {
        assertShown(run(InheritingTestCases.class), "InheritingTestCases.Inner.answers");
    }

    @Test
    void setsOfOverloadedMethodsAreToldApart() {
        Results results = run(OverloadedTestCases.class);

        assertThat(results.names())
                .containsExactly(
                        "Verdict: FiledUnderAnotherNameTest.OverloadedTestCases.long",
                        "Verdict: FiledUnderAnotherNameTest.OverloadedTestCases.short",
                        "leave-days",
                        "leave-days",
                        "parental-leave",
                        "parental-leave");
        for (String id : List.of("historyId", "testCaseId")) {
            assertThat(results.all().stream()
                            .map(result -> result.path(id).asText())
                            .distinct())
                    .hasSize(6);
        }
        assertThat(results.named("Verdict: FiledUnderAnotherNameTest.OverloadedTestCases.long")
                        .path("status")
                        .asText())
                .isEqualTo("passed");
        assertThat(results.named("Verdict: FiledUnderAnotherNameTest.OverloadedTestCases.short")
                        .path("status")
                        .asText())
                .isEqualTo("failed");
    }

    private static void assertShown(Results results, String name) {
        assertThat(results.names())
                .containsExactly("Verdict: FiledUnderAnotherNameTest." + name, "leave-days", "parental-leave");
        JsonNode miss = results.named("parental-leave");
        assertThat(miss.path("status").asText()).isEqualTo("failed");
        assertThat(miss.path("statusDetails").path("muted").asBoolean()).isTrue();
        assertThat(Results.identifying(miss)).containsExactly("case=parental-leave");
    }

    private Results run(Class<?> type) {
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                                .build(),
                        new AllureJunitPlatform());

        return new Results(folder);
    }
}
