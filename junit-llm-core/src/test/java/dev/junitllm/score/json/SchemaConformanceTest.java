package dev.junitllm.score.json;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaConformanceTest {

    private static final String ORDER = """
            {"type": "object",
             "properties": {"id": {"type": "integer"}, "a/b": {"enum": ["x", "y"]}, "when": {"format": "date"},
                            "items": {"type": "array", "items": {"$ref": "#/$defs/item"}}},
             "required": ["id"], "unevaluatedProperties": false,
             "$defs": {"item": {"type": "object", "properties": {"sku": {"type": "string", "pattern": "^[A-Z]+$"}}}}}""";

    @JsonSchemaScore(value = "json/order.schema.json", name = "order", formats = true, fenced = true)
    @JsonSchemaScore(schema = "{\"type\": \"integer\"}")
    @JsonSchemaScore(inCase = "/metadata/schema")
    static class Good {}

    @JsonSchemaScore
    @JsonSchemaScore(value = "a", schema = "{}")
    @JsonSchemaScore("json/none.json")
    @JsonSchemaScore("classpath:json/none.json")
    @JsonSchemaScore(schema = "{\"type\": \"strin\"}")
    @JsonSchemaScore(inCase = "/schema")
    static class Wrong {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": 1}",
                "{\"id\": 1.0, \"a/b\": \"x\", \"items\": [{\"sku\": \"AB\"}, {}]}",
                "{\"id\": 12345678901234567890123, \"when\": \"whenever\"}"
            })
    void accepts(String output) throws Exception {
        assertThat(score(SchemaConformance.to(ORDER), output, ""))
                .hasToString("1.0: the output conforms to the schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | the root array found, object expected",
                "{\"id\": \"1\"} | /id string found, integer expected",
                "{\"id\": 1.5} | /id number found, integer expected",
                "{\"a/b\": \"z\"} | /a~1b does not have a value in the enumeration [\"x\", \"y\"]; the root required property 'id' not found",
                "{\"id\": 1, \"items\": [{\"sku\": \"AB\\n\"}]} | /items/0/sku does not match the regex pattern ^[A-Z]+$"
            })
    void refuses(String output, String faults) throws Exception {
        assertThat(score(SchemaConformance.to(ORDER), output, "")).hasToString("0.0: " + faults);
    }

    @Test
    void scores0WhereTheOutputIsNoJson() throws Exception {
        Score score = score(SchemaConformance.to("{\"minLength\": 0}"), "Sure!", "");

        assertThat(score.value()).hasValue(0);
        assertThat(score.negated().value()).hasValue(0);
        assertThat(value(SchemaConformance.to("{\"minLength\": 0}"), "```\n1\n```", ""))
                .isZero();
        assertThat(value(SchemaConformance.to("{\"minLength\": 0}").orFenced(), "```\n1\n```", ""))
                .isEqualTo(1);
        assertThat(score(SchemaConformance.to("{\"multipleOf\": 3}"), "1e999999999", ""))
                .hasToString("0.0: the output is not JSON: it asks for too much: the number 1E+999999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"const\": 1} | 1.0 | 1",
                "{\"const\": {\"a\": [1.50]}} | {\"a\": [1.5]} | 1",
                "{\"enum\": [100]} | 1e2 | 1",
                "{\"uniqueItems\": true} | [1, 1.0] | 0",
                "{\"uniqueItems\": true} | [1, \"1\"] | 1",
                "{\"multipleOf\": 0.1} | 0.3 | 1",
                "{\"const\": 1} | true | 0"
            })
    void countsNumbersByValue(String schema, String output, double score) throws Exception {
        assertThat(value(SchemaConformance.to(schema), output, "")).isEqualTo(score);
    }

    @Test
    void assertsFormatsWhereAsked() throws Exception {
        SchemaConformance date = SchemaConformance.to("{\"format\": \"date\"}");

        assertThat(value(date, "\"2026-02-30\"", "")).isEqualTo(1);
        assertThat(value(date.assertingFormats(), "\"2026-02-28\"", "")).isEqualTo(1);
        assertThat(score(date.assertingFormats(), "\"2026-02-30\"", "").reason())
                .isEqualTo("the root does not match the date pattern must be a valid RFC 3339 full-date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | it is not JSON: it ends too early",
                "{\"type\": \"object\", \"type\": \"array\"} | it is not JSON: Duplicate field 'type'",
                "{\"type\": \"strin\"} | it is no JSON Schema: /type does not have a value in the enumeration [\"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\"]; /type string found, array expected",
                "{\"minLength\": -1} | it is no JSON Schema: /minLength must have a minimum value of 0",
                "{\"pattern\": \"(\"} | its pattern '(' is no regular expression: Unclosed group at index 1",
                "{\"items\": {\"$ref\": \"https://example.com/a.json\"}} | it refers to https://example.com/a.json, which is not fetched; put that schema under $defs, or on the class path",
                "{\"$ref\": \"file:///etc/passwd\"} | it refers to file:///etc/passwd, which is not fetched; put that schema under $defs, or on the class path",
                "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/a\"}}} | Reference /$defs/a cannot be resolved",
                "{\"$schema\": \"https://example.com/mine\"} | its $schema names no dialect that is known here: https://example.com/mine; draft 2020-12 is https://json-schema.org/draft/2020-12/schema"
            })
    void refusesAWrongSchema(String schema, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaConformance.to(schema))
                .withMessageStartingWith(message);
    }

    @Test
    void knowsOlderDraftsByName() throws Exception {
        SchemaConformance draft7 = SchemaConformance.to(
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"items\": [{\"type\": \"integer\"}]}");

        assertThat(value(draft7, "[1, \"a\"]", "")).isEqualTo(1);
        assertThat(value(draft7, "[\"a\"]", "")).isZero();
        assertThat(value(
                        SchemaConformance.to("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}"),
                        "{\"type\": 3}",
                        ""))
                .isZero();
    }

    @Test
    void refersToSchemasOnTheClassPath() throws Exception {
        SchemaConformance order = SchemaConformance.toFile("json/order.schema.json");

        assertThat(value(order, "{\"to\": {\"city\": \"Paris\"}}", "")).isEqualTo(1);
        assertThat(score(order, "{\"to\": {\"city\": 1}}", "").reason())
                .isEqualTo("/to/city integer found, string expected");
        assertThat(order.describe().parameters())
                .containsOnlyKeys("schema", "refers to classpath:json/address.schema.json");
        assertThat(value(SchemaConformance.toFile("classpath:/json/order.schema.json"), "{}", ""))
                .isEqualTo(1);
    }

    @Test
    void readsASchemaFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"type\": \"null\"}}}");
        Path referring = Files.writeString(folder.resolve("r.json"), "{\"$ref\": \"s.json\"}");

        assertThat(value(SchemaConformance.toFile(file.toString()), "null", "")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaConformance.toFile(referring.toString()))
                .withMessageContaining("s.json, which is not fetched");
    }

    @Test
    void takesTheSchemaOfEachCase() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        SchemaConformance inMetadata = SchemaConformance.toSchemaIn("/metadata/schema");
        GoldenCase.builder("a", "q");

        assertThat(inMetadata
                        .score(
                                GoldenCase.builder("a", "q")
                                        .metadata((ObjectNode) mapper.readTree("{\"schema\": {\"type\": \"integer\"}}"))
                                        .build(),
                                Actual.of("1"))
                        .value())
                .hasValue(1);
        assertThat(value(SchemaConformance.toSchemaIn("/expected"), "1", "{\"type\": \"string\"}"))
                .as("a schema in a table's cell is a text")
                .isZero();
        assertThatThrownBy(() -> score(inMetadata, "1", ""))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_SCHEMA"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3) has no JSON Schema at /metadata/schema: add it to the golden"
                                + " file");
        assertThatThrownBy(() -> score(SchemaConformance.toSchemaIn("/expected"), "1", "{\"minimum\": \"a\"}"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("SCHEMA_INVALID"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): the JSON Schema at /expected is wrong: it is no JSON Schema:"
                                + " /minimum string found, number expected");
    }

    @Test
    void givesUpOnAttacks() throws Exception {
        assertThatThrownBy(() -> score(
                        SchemaConformance.to("{\"pattern\": \"(a|aa)+\\\\1$\"}"), "\"" + "a".repeat(60) + "!\"", ""))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_LIMIT"))
                .hasMessageStartingWith("case 'case-1' (golden/a.jsonl:3): the search for ");
        assertThatThrownBy(() -> score(SchemaConformance.to("{\"$ref\": \"#\"}"), "1", ""))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"));
        assertThat(value(
                        SchemaConformance.to("{\"items\": {\"$ref\": \"#\"}, \"type\": \"array\"}"),
                        "[".repeat(200) + "]".repeat(200), // as deep as any JVM's stack allows
                        ""))
                .isEqualTo(1);
        Score many = score(
                SchemaConformance.to("{\"items\": {\"type\": \"string\"}}"), "[" + "1,".repeat(50_000) + "1]", "");
        assertThat(many.reason()).endsWith("; /4 integer found, string expected; and 49996 more");
        assertThat(many.details()).containsEntry("faults", 50_001);
    }

    @Test
    void isMadeByItsAnnotation() throws Exception {
        JsonSchemaScore[] annotations = Good.class.getAnnotationsByType(JsonSchemaScore.class);
        Measure file = new JsonSchemaScoreFactory().create(annotations[0], new NoScope());
        Measure inline = new JsonSchemaScoreFactory().create(annotations[1], new NoScope());
        Measure inCase = new JsonSchemaScoreFactory().create(annotations[2], new NoScope());

        assertThat(file.name()).isEqualTo("order");
        assertThat(file.scorer().describe().parameters()).containsKeys("schema", "formats", "fenced");
        assertThat(value(file.scorer(), "```json\n{\"to\": {\"city\": \"Paris\"}}\n```", ""))
                .isEqualTo(1);
        assertThat(inline.name()).isEqualTo("json-schema");
        assertThat(value(inline.scorer(), "1", "")).isEqualTo(1);
        assertThat(inCase.scorer().describe().parameters()).containsEntry("schema", "of the case, at /metadata/schema");
    }

    @Test
    void refusesWrongAttributes() {
        assertThat(Wrong.class.getAnnotationsByType(JsonSchemaScore.class))
                .extracting(annotation -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new JsonSchemaScoreFactory().create(annotation, new NoScope()))
                        .actual()
                        .getMessage())
                .containsExactly(
                        "write one of value (a file), schema (the JSON itself) and inCase (a pointer into each case), not 0",
                        "write one of value (a file), schema (the JSON itself) and inCase (a pointer into each case), not 2",
                        "value: 'json/none.json' is neither on the class path nor a file under "
                                + Path.of("").toAbsolutePath(),
                        "value: 'classpath:json/none.json' is not on the class path",
                        "schema: it is no JSON Schema: /type does not have a value in the enumeration [\"array\","
                                + " \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\"]; /type string"
                                + " found, array expected",
                        "inCase: '/schema' must begin with /metadata or /expected, as in /metadata/schema");
    }

    @Test
    void saysWhatToAddWhereTheValidatorIsMissing() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> SchemaLibrary.requireIn(empty))
                    .withMessage(
                            "JSON Schemas are checked by com.networknt:json-schema-validator, which is not on the class"
                                    + " path: add version 1.5.9 of it in scope test (2.x and later need Jackson 3)");
        }
    }
}
