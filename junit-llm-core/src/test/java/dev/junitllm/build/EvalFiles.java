package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run of evals left in a project: every file is read anew, and has to parse.
 *
 * @param folder {@code target/junit-llm/<run>}
 */
record EvalFiles(Path folder) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Every run of a project, oldest first. */
    static List<EvalFiles> of(Path project) {
        var runs = project.resolve("target/junit-llm");
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (var folders = Files.list(runs)) {
            return folders.sorted().map(EvalFiles::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode run() {
        return parsed(text("run.json"));
    }

    List<JsonNode> cases() {
        return lines("cases.jsonl");
    }

    List<JsonNode> verdicts() {
        return lines("verdicts.jsonl");
    }

    Path summary() {
        return folder.resolve("summary.md");
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line without its end was cut off: that is no line. */
    private List<JsonNode> lines(String file) {
        var text = text(file);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new AssertionError("the last line of " + folder.resolve(file) + " is cut off");
        }
        return text.lines().map(EvalFiles::parsed).toList();
    }

    private static JsonNode parsed(String json) {
        try {
            return STRICT.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
