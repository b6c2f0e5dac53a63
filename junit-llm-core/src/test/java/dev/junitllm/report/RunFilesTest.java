package dev.junitllm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Configuration;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.TestModule;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.TraceTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    private static final Configuration CONFIGURATION = Configuration.of(
            key -> key.equals("junit.llm.tags")
                    ? Optional.of("ghp_abcdefghijklmnopqrstuvwxyz0123456789")
                    : Optional.empty(),
            Map.of());

    @TempDir
    Path folder;

    @Test
    void appendsTheSummaryToTheOneOfTheGitHubJob() throws IOException {
        Path stepSummary = folder.resolve("step-summary.md");
        Files.writeString(stepSummary, "earlier\n");

        try (RunFiles files = files(stepSummary.toString())) {
            end(files);
        }

        assertThat(Files.readString(stepSummary))
                .startsWith("earlier\n# junit-llm\n")
                .contains("EvalTest.answers");
    }

    @Test
    void aSummaryThatGitHubCannotTakeSpoilsNothing() throws IOException {
        RunFiles files = files(folder.toString());
        RunStore store = end(files);

        assertThatCode(files::close).doesNotThrowAnyException();
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(store.folder().resolve("run.json").toFile())
                        .get("ended")
                        .isNull())
                .isFalse();
    }

    @Test
    void keepsNoSecretOfTheSettings() throws IOException {
        try (RunFiles files = files(null)) {
            RunStore store = end(files);
            assertThat(Files.readString(store.folder().resolve("run.json")))
                    .contains("\"junit.llm.tags\" : \"[REDACTED:github-token]\"");
        }
    }

    private RunFiles files(String stepSummary) {
        return new RunFiles(CONFIGURATION, Redactor.forEnvironment(Map.of()), () -> TraceTotals.OFF, stepSummary);
    }

    private RunStore end(RunFiles files) {
        TestModule module = new TestModule(folder, folder.resolve("target"));
        RunStore store = files.store(module);
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl")
                .passed("one", 1)
                .decided();
        files.began(module, set.set());
        files.ended(new SetReport(
                set.set(),
                set.summary(),
                set.ending(),
                set.remark(),
                set.verdicts(),
                set.duration(),
                set.mostAtOnce(),
                store.summaryFile()));
        return store;
    }
}
