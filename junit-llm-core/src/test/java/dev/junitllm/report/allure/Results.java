package dev.junitllm.report.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in an Allure results folder. */
record Results(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    List<JsonNode> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<JsonNode> results = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith("-result.json"))
                    .sorted()
                    .toList()) {
                results.add(JSON.readTree(file.toFile()));
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return all().stream()
                .map(result -> result.path("name").asText())
                .sorted()
                .toList();
    }

    JsonNode named(String name) {
        List<JsonNode> found = all().stream()
                .filter(result -> name.equals(result.path("name").asText()))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " results are named " + name + " among " + names());
        }
        return found.get(0);
    }

    static List<String> labels(JsonNode result, String name) {
        return values(result.path("labels"), name);
    }

    static Map<String, String> parameters(JsonNode item) {
        Map<String, String> parameters = new TreeMap<>();
        item.path("parameters")
                .forEach(parameter -> parameters.put(
                        parameter.path("name").asText(), parameter.path("value").asText()));
        return parameters;
    }

    /** Parameters by which Allure 3 tells one test from another. */
    static List<String> identifying(JsonNode result) {
        List<String> names = new ArrayList<>();
        result.path("parameters").forEach(parameter -> {
            if (!parameter.path("excluded").asBoolean()) {
                names.add(parameter.path("name").asText() + "="
                        + parameter.path("value").asText());
            }
        });
        return names;
    }

    List<String> attachmentNames(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.path("attachments").forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    String attachment(JsonNode item, String name) {
        for (JsonNode one : item.path("attachments")) {
            if (name.equals(one.path("name").asText())) {
                return text(one.path("source").asText());
            }
        }
        throw new AssertionError("no attachment " + name + " in " + item.toPrettyString());
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(JsonNode pairs, String name) {
        List<String> values = new ArrayList<>();
        pairs.forEach(pair -> {
            if (name.equals(pair.path("name").asText())) {
                values.add(pair.path("value").asText());
            }
        });
        return values;
    }
}
