package dev.junitllm.examples.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Stands for a language model, so that the examples run offline: it knows an answer to each first line of a prompt. */
final class ScriptedModel {

    private final Map<String, String> answers;

    private ScriptedModel(Map<String, String> answers) {
        this.answers = answers;
    }

    static ScriptedModel load() {
        try (InputStream file = ScriptedModel.class.getResourceAsStream("/benchmarks/scripted-answers.json")) {
            return new ScriptedModel(
                    new ObjectMapper().readValue(Objects.requireNonNull(file), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String answer(String prompt) {
        String asked = prompt.lines().findFirst().orElseThrow();
        return Objects.requireNonNull(answers.get(asked), () -> "there is no answer to: " + asked);
    }
}
