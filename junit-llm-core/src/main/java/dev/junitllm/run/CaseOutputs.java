package dev.junitllm.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds outputs again in {@code cases.jsonl}, which holds them without secrets: nothing keeps them in memory while a set
 * runs.
 */
final class CaseOutputs {

    private static final JsonFactory JSON = new JsonFactory();

    private CaseOutputs() {}

    /**
     * Reads the outputs of some samples.
     *
     * @param file {@code cases.jsonl}; other tests may be writing to it
     * @param test the test whose samples they are
     * @param samples which sample of each case, by case
     * @return the outputs by case, without those of which none was recorded
     */
    static Map<String, String> read(Path file, TestId test, Map<String, Integer> samples) {
        Map<String, String> outputs = new HashMap<>();
        if (samples.isEmpty()) {
            return outputs;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) { // else another test is in the midst of writing it
                    read(line, test, samples, outputs);
                }
            }
            return outputs;
        } catch (IOException e) {
            throw new UncheckedIOException("this run's results can't be read back from " + file, e);
        }
    }

    private static void read(String line, TestId test, Map<String, Integer> samples, Map<String, String> outputs)
            throws IOException {
        String caseId = "";
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "class" -> {
                        if (!test.className().equals(json.getText())) {
                            return;
                        }
                    }
                    case "method" -> {
                        if (!test.method().equals(json.getText())) {
                            return;
                        }
                    }
                    case "case" -> caseId = json.getText();
                    case "sample" -> {
                        if (samples.getOrDefault(caseId, 0) != json.getIntValue()) {
                            return;
                        }
                    }
                    case "output" -> {
                        if (json.currentToken() == JsonToken.VALUE_STRING) {
                            outputs.put(caseId, json.getText());
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
    }
}
