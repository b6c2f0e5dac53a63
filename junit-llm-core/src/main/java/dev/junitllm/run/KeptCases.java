package dev.junitllm.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.junitllm.trace.CaptureField;
import dev.junitllm.trace.Handling;
import dev.junitllm.trace.Kept;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads finished samples back from {@code cases.jsonl}, one by one: nothing keeps them in memory while a set runs. */
public final class KeptCases {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private String caseId = "";
    private int sample;
    private CaseOutcome outcome = CaseOutcome.UNSCORED;
    private String contentHash = "";
    private @Nullable String output;
    private Handling handling = Handling.WHOLE;
    private String traceFile = "";

    private KeptCases() {}

    /**
     * Reads the samples of a test.
     *
     * @param file {@code cases.jsonl}; other tests may be writing to it
     * @param test the test
     * @param use is given each sample, in the order they ended
     * @throws UncheckedIOException where the file can't be read, or holds something else
     */
    public static void read(Path file, TestId test, Consumer<KeptCase> use) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) { // else another test is in the midst of writing it
                    read(line, test).ifPresent(use);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("results can't be read back from " + file, e);
        }
    }

    private static Optional<KeptCase> read(String line, TestId test) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            return new KeptCases().read(json, test);
        }
    }

    private Optional<KeptCase> read(JsonParser json, TestId test) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "class" -> {
                    if (!test.className().equals(json.getText())) {
                        return Optional.empty();
                    }
                }
                case "method" -> {
                    if (!test.method().equals(json.getText())) {
                        return Optional.empty();
                    }
                }
                case "case" -> caseId = json.getText();
                case "sample" -> sample = json.getIntValue();
                case "outcome" -> outcome = CaseOutcome.valueOf(json.getText());
                case "contentHash" -> contentHash = json.getText();
                case "handling" -> readHandling(json);
                case "trace" -> readTrace(json);
                case "output" -> output = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
                default -> json.skipChildren();
            }
        }
        String said = output;
        return Optional.of(new KeptCase(
                caseId, sample, outcome, contentHash, said == null ? null : new Kept(said, handling), traceFile));
    }

    private void readTrace(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isFile = json.currentName().equals("file");
            json.nextToken();
            if (isFile) {
                traceFile = json.getText();
            } else {
                json.skipChildren();
            }
        }
    }

    private void readHandling(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean ofOutput = json.currentName().equals(CaptureField.OUTPUT.label());
            json.nextToken();
            Handling read = HandlingJson.read(json);
            handling = ofOutput ? read : handling;
        }
    }
}
