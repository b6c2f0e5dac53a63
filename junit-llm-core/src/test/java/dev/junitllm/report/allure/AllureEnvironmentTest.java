package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.FAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureEnvironmentTest {

    @TempDir
    Path folder;

    static class HandbookTestCases {

        @PlannedSet
        void answers() {}
    }

    @Test
    void saysWhatWasRunOnWhat() {
        Cases cases = Cases.of(HandbookTestCases.class, "answers");
        Results results = new AllureRun(folder)
                .plan(Plan.decided(List.of(cases.passed("a")), FAIL))
                .run(HandbookTestCases.class);

        assertThat(results.text("environment.properties")).isEqualTo("""
                        junit-llm=0.1.0
                        Commit=4f2a (with uncommitted changes)
                        Golden\\ set\\ golden/handbook.jsonl=f1e2
                        Models=small-1
                        Seed=7
                        Answers=live
                        """);
        assertThat(results.text("categories.json")).contains("Below the bar");
    }
}
