package dev.junitllm.score.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.Sha256;
import dev.junitllm.score.ScoringException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Where the schema of a case comes from. */
sealed interface SchemaSource {

    CompiledSchema schemaOf(GoldenCase golden) throws ScoringException;

    SchemaSource assertingFormats();

    /** Everything that decides a score here. */
    Map<String, String> parameters();

    /** The same for all cases; a wrong one is noticed at once. */
    record OfAllCases(SchemaFile file, CompiledSchema compiled) implements SchemaSource {

        static OfAllCases in(SchemaFile file, boolean formats) {
            return new OfAllCases(file, CompiledSchema.of(read(file.text()), file.base(), formats));
        }

        @Override
        public CompiledSchema schemaOf(GoldenCase golden) {
            return compiled;
        }

        @Override
        public SchemaSource assertingFormats() {
            return in(file, true);
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("schema", hash(file.text()));
            compiled.referred().forEach((place, text) -> parameters.put("refers to " + place, hash(text)));
            return parameters;
        }

        private static String hash(String text) {
            return Sha256.begin().add(text.getBytes(StandardCharsets.UTF_8)).hex();
        }
    }

    /** Each case brings its own. */
    record OfEachCase(JsonPointer pointer, boolean formats) implements SchemaSource {

        @Override
        public CompiledSchema schemaOf(GoldenCase golden) throws ScoringException {
            JsonNode found = parts(golden).at(pointer);
            if (found.isMissingNode()) {
                throw new ScoringException(
                        "NO_SCHEMA",
                        "%s has no JSON Schema at %s: add it to the golden file".formatted(golden.describe(), pointer));
            }
            try {
                JsonNode schema = found.isTextual() ? read(found.textValue()) : found;
                return CompiledSchema.of(schema, SchemaFile.NOWHERE, formats);
            } catch (IllegalArgumentException e) {
                throw new ScoringException(
                        "SCHEMA_INVALID",
                        "%s: the JSON Schema at %s is wrong: %s".formatted(golden.describe(), pointer, e.getMessage()),
                        e);
            }
        }

        @Override
        public SchemaSource assertingFormats() {
            return new OfEachCase(pointer, true);
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("schema", "of the case, at " + pointer);
        }

        private static ObjectNode parts(GoldenCase golden) {
            ObjectNode parts = JsonNodeFactory.instance.objectNode();
            parts.set("metadata", golden.metadata());
            if (golden.hasExpected()) {
                parts.set("expected", golden.expectedJson());
            }
            return parts;
        }
    }

    private static JsonNode read(String schema) {
        try {
            return StrictJson.read(schema);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getMessage(), e);
        }
    }
}
