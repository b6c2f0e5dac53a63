package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.ToolCall;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that must keep less of its contents, or more. */
class CaptureOfARunTest {

    static class TalkingTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        @NoRegression(maxDrop = 0.01)
        void answers(GoldenCase golden, Actual actual) {
            CaptureOfARunTest.answer(golden, actual);
        }
    }

    private static final Logger LOGGER = Logger.getLogger("capture");

    static {
        LOGGER.setLevel(Level.FINE); // the console shows no lines of this level
    }

    /** Public: the eval classes have a class loader, and so a package, of their own. */
    public static void answer(GoldenCase golden, Actual actual) {
        try (var model = LlmSpan.llm("small")) {
            model.prompt("zebra " + golden.input());
            model.completion("zebra");
        }
        try (var search = LlmSpan.retrieval("search")) {
            search.query("zebra");
            search.documents(List.of(Document.of("d1", "zebra")));
        }
        actual.retrieved(List.of(Document.of("d1", "zebra")));
        try (var tool = LlmSpan.tool("look")) {
            tool.arguments(Map.of("for", "zebra"));
            tool.output("zebra");
            tool.error(new IllegalStateException("zebra"));
            LOGGER.log(Level.FINE, "a zebra", new IllegalStateException("zebra"));
        }
        actual.toolCall(ToolCall.of(
                "look", JsonMapper.builder().build().createObjectNode().put("for", "zebra")));
        switch (golden.id()) {
            case "throws" -> throw new IllegalStateException("zebra");
            case "asserts" -> assertThat("a zebra").isEqualTo("no zebra");
            case "right" -> actual.output(golden.expected());
            default -> actual.output("some zebra, jane@example.org");
        }
    }

    @TempDir
    Path folder;

    @Test
    void keepsNoContentWhereNoneMayBeKept() throws IOException {
        String all = run("junit.llm.capture", "none");

        assertThat(all).doesNotContain("zebra").contains("[NOT KEPT: 28 characters]", "[NOT KEPT: 5 characters]");
    }

    @Test
    void keepsHashesWhereThoseMayBeKept() throws IOException {
        String all = run("junit.llm.capture", "hashed");

        assertThat(all).doesNotContain("zebra").contains("[SHA-256: ");
    }

    @Test
    void keepsOneKindOfContentAndNotAnother() throws IOException {
        String all = run("junit.llm.capture", "none", "junit.llm.capture.output", "redacted");

        assertThat(all)
                .contains(
                        "some zebra, [REDACTED:email]",
                        "\"handling\":{\"input\":",
                        "\"output\":{\"removed\":{\"email\":1}}")
                .doesNotContain("what is says", "jane");
    }

    @Test
    void keepsDataAboutPeopleWhereEverythingMayBeKept() throws IOException {
        assertThat(run("junit.llm.capture", "full")).contains("some zebra, jane@example.org");
    }

    private String run(String... settings) throws IOException {
        EvalModule module = EvalModule.in(folder)
                .golden(Map.of("says", "zebra", "right", "my zebra", "throws", "zebra", "asserts", "zebra"));
        for (int i = 0; i < settings.length; i += 2) {
            module.set(settings[i], settings[i + 1]);
        }
        StringBuilder all = new StringBuilder();
        for (String baseline : List.of("approve", "compare")) {
            EvalRun run =
                    module.run(TalkingTestCases.class, "junit.llm.baseline", baseline, "junit.llm.history", "kept");
            run.results().allEvents().stream()
                    .forEach(event ->
                            all.append(event.getPayload().map(String::valueOf).orElse("")));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".class") && !name.equals("golden.jsonl")) {
                    all.append(Files.readString(file, UTF_8));
                }
            }
        }
        return all.toString();
    }
}
