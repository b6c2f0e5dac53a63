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
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What earlier runs of this JVM have left on disk. A JVM runs a test once, but for builds that run failed tests again until
 * they pass.
 */
final class EarlierTries {

    private static final JsonFactory JSON = new JsonFactory();

    private EarlierTries() {}

    static Set<String> failedCases(Path folder, TestId test) {
        Instant began = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        return failedCases(folder, test, began);
    }

    static Set<String> failedCases(Path folder, TestId test, Instant jvmBegan) {
        Set<String> failed = new LinkedHashSet<>();
        try {
            for (Path earlier : RunFolder.ofSameProcess(folder, jvmBegan)) {
                Path cases = earlier.resolve("cases.jsonl");
                if (Files.exists(cases)) {
                    addFailed(cases, test, failed);
                }
            }
            return failed;
        } catch (IOException e) {
            throw new UncheckedIOException("the results of earlier runs can't be read beside " + folder, e);
        }
    }

    private static void addFailed(Path file, TestId test, Set<String> failed) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) { // else another test is in the midst of writing it
                    addFailed(line, test, failed);
                }
            }
        }
    }

    private static void addFailed(String line, TestId test, Set<String> failed) throws IOException {
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
                    case "outcome" -> {
                        if (CaseOutcome.FAILED.name().equals(json.getText())) {
                            failed.add(caseId);
                        }
                        return;
                    }
                    default -> json.skipChildren();
                }
            }
        }
    }
}
