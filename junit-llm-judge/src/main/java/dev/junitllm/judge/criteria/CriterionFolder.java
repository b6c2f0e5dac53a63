package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.score.json.MalformedJsonException;
import dev.junitllm.score.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The folder of a built-in criterion: {@code criterion.yaml}, and an instruction and a schema for each step.
 *
 * @param name the folder's name
 */
record CriterionFolder(String name) {

    ObjectNode file() {
        return YamlFile.read(text("criterion.yaml"), name + "/criterion.yaml");
    }

    /** An instruction, of this folder or, where the name holds a slash, of another. */
    String instruction(String file) {
        return text(file + ".md").strip();
    }

    JsonNode schema(String file) {
        try {
            return StrictJson.read(text(file + ".schema.json"));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("%s/%s.schema.json: %s".formatted(name, file, e.getMessage()), e);
        }
    }

    private String text(String file) {
        String path = file.contains("/") ? file : name + "/" + file;
        try (InputStream stream = CriterionFolder.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
