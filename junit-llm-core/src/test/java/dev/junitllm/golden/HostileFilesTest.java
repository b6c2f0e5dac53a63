package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileFilesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int CASES = 150;

    @TempDir
    private Path folder;

    private final Random random = new Random(20261122);

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append(",;\"'|:-#&*!%@`{}[]<>\\\n\r\t ".charAt(random.nextInt(24)));
                case 1 -> text.appendCodePoint(0x1f600 + random.nextInt(50));
                case 2 -> text.appendCodePoint(0xa0 + random.nextInt(0x3000));
                case 3 ->
                    text.append(List.of("no", "~", "null", "1", "true", "<<", "1e3", "=", "0x1", "---")
                            .get(random.nextInt(10)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private JsonNode json(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> NODES.numberNode(random.nextInt());
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> depth == 0 ? TextNode.valueOf(text()) : NODES.nullNode();
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                for (int size = random.nextInt(4); size > 0; size--) {
                    array.add(json(depth + 1));
                }
                yield array;
            }
            case 6 -> {
                ObjectNode object = NODES.objectNode();
                for (int size = random.nextInt(4); size > 0; size--) {
                    object.set(text(), json(depth + 1));
                }
                yield object;
            }
            default -> TextNode.valueOf(text());
        };
    }

    private ArrayNode records(boolean textOnly) {
        ArrayNode records = NODES.arrayNode();
        for (int i = 0; i < CASES; i++) {
            records.addObject()
                    .put("id", "c" + i)
                    .<ObjectNode>set("input", textOnly ? TextNode.valueOf(text()) : json(0))
                    .set("expected", textOnly ? TextNode.valueOf(text()) : json(0));
        }
        return records;
    }

    private static byte[] write(String name, ArrayNode records) throws IOException {
        String text;
        if (name.contains(".jsonl")) {
            text = stream(records).map(JsonNode::toString).collect(Collectors.joining("\n"));
        } else if (name.contains(".csv")) {
            text = "id,input,expected\r\n"
                    + stream(records)
                            .map(record ->
                                    stream(record).map(HostileFilesTest::quoted).collect(Collectors.joining(",")))
                            .collect(Collectors.joining("\r\n"));
        } else if (name.contains(".yaml")) {
            text = YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build()
                    .writeValueAsString(records);
        } else {
            text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(records);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return name.endsWith(".gz") ? GoldenFolder.gzip(bytes) : bytes;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
        return java.util.stream.StreamSupport.stream(nodes.spliterator(), false);
    }

    private static String quoted(JsonNode cell) {
        return '"' + cell.textValue().replace("\"", "\"\"") + '"';
    }

    @ParameterizedTest
    @CsvSource({
        "a.jsonl, false",
        "a.json, false",
        "a.yaml, false",
        "a.csv, true",
        "b.jsonl.gz, false",
        "b.json.gz, false",
        "b.yaml.gz, false",
        "b.csv.gz, true"
    })
    void givesBackWhatWasWritten(String name, boolean textOnly) throws IOException {
        ArrayNode records = records(textOnly);
        try (GoldenCases cases =
                new GoldenFolder(folder).with(name, write(name, records)).open(name)) {
            assertThat(cases.size()).isEqualTo(CASES);
            for (int i = 0; i < CASES; i++) {
                assertThat(cases.id(i)).isEqualTo("c" + i);
                assertThat(cases.read(i).inputJson())
                        .hasToString(records.get(i).get("input").toString());
                assertThat(cases.read(i).expectedJson())
                        .hasToString(records.get(i).get("expected").toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"a.jsonl", "a.json", "a.yaml", "a.csv", "a.jsonl.gz", "a.bars"})
    void survivesDamagedFiles(String name) {
        String text = switch (name) {
            case "a.json" ->
                "[{\"id\": \"a\", \"input\": {\"q\": [1.5e3, \"\u00e9\\u00e9\"]}}, {\"input\": \"x\", \"tags\": [\"t\"]}]";
            case "a.yaml" -> "- id: a\n  input: {q: [1.5, \"\u00e9\"]}\n- input: |\n    two\n    lines\n  tags: [t]\n";
            case "a.csv" -> "id,input,tags\na,\"x, \"\"\u00e9\"\"\",t;u\n,y,\n";
            case "a.bars" -> "a|x|y\nb|x|y";
            default ->
                "{\"id\": \"a\", \"input\": {\"q\": [1.5e3, \"\u00e9\\u00e9\"]}}\r\n{\"input\": \"x\", \"tags\": [\"t\"]}\n";
        };
        survivesDamage(
                name, "", name.endsWith(".gz") ? GoldenFolder.gzip(text) : text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"mmlu, a.csv", "mmlu, a.jsonl", "humaneval, a.jsonl", "truthfulqa, a.csv", "gsm8k, a.jsonl"})
    void survivesDamagedBenchmarks(String format, String name) {
        String text = switch (format) {
            case "humaneval" ->
                "{\"task_id\": \"a\", \"prompt\": \"p\", \"entry_point\": \"f\", \"canonical_solution\": \"s\", \"test\": \"t\"}";
            case "truthfulqa" ->
                "Type,Question,Best Answer,Correct Answers,Incorrect Answers\nt,\"q, \"\"\u00e9\"\"\",b,b; c,i; j\n";
            case "gsm8k" -> "{\"question\": \"\u00e9\", \"answer\": \"so\\n#### 1,250\"}";
            default ->
                name.endsWith(".csv")
                        ? "\"q, \"\"\u00e9\"\"\",a,b,c,d,A\nq,a,,c,d,B\n"
                        : "{\"question\": \"q\", \"subject\": \"s\", \"choices\": [\"a\", \"b\", \"c\", \"d\"], \"answer\": 1}";
        };
        survivesDamage(name, format, text.getBytes(StandardCharsets.UTF_8));
    }

    private void survivesDamage(String name, String format, byte[] whole) {
        GoldenSource source = new GoldenSource(List.of(name), format, FieldMapping.NONE);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            byte[] damaged = damage(whole);
            GoldenFolder golden = new GoldenFolder(folder).with(name, damaged);
            try (GoldenCases cases =
                    golden.open(source, Selection.ALL, new ReadingLimits(10_000, 100_000), List.of())) {
                for (int i = 0; i < cases.size(); i++) {
                    cases.read(i);
                }
            } catch (GoldenSetException e) {
                refused++;
                assertThat(e).hasMessageNotContaining("failed with").hasMessageNotContaining("Exception");
                assertThat(e.getMessage().lines()).allMatch(line -> line.equals(dev.junitllm.Printable.line(line)));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + round + ": " + Arrays.toString(damaged), e);
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"mmlu, a.csv", "mmlu, a.jsonl", "humaneval, a.jsonl", "truthfulqa, a.csv", "gsm8k, a.jsonl"})
    void holdsNoMoreOfABenchmarksRecordThanTheLimit(String format, String name) {
        GoldenFolder golden = new GoldenFolder(folder).with(name, "x".repeat(20_000));
        GoldenSource source = new GoldenSource(List.of(name), format, FieldMapping.NONE);
        assertThat(GoldenFolder.refusal(
                        () -> golden.open(source, Selection.ALL, new ReadingLimits(10_000, 1), List.of())))
                .singleElement()
                .asString()
                .startsWith(name + ":1: the case takes more than 10000 bytes");
    }

    private byte[] damage(byte[] whole) {
        byte[] damaged = whole.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && damaged.length > 0; times--) {
            int place = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[place] = (byte) random.nextInt();
                case 1 -> damaged[place] = (byte) "{}[]\",:\\\n\r-#&*!|>'%@`~ \t0.9e+\u0000".charAt(random.nextInt(30));
                case 2 -> damaged = Arrays.copyOf(damaged, place);
                default -> {
                    byte[] doubled = Arrays.copyOf(damaged, damaged.length + 1);
                    System.arraycopy(damaged, place, doubled, place + 1, damaged.length - place);
                    damaged = doubled;
                }
            }
        }
        return damaged;
    }

    @Test
    void keepsHalfASurrogatePairThroughATemporaryCopy() {
        String text = "[{\"id\": \"a\", \"input\": \"cut \\ud83d\", \"expected\": \"\\u0000\\u2028\\ud83d\\ude00\"}]";
        try (GoldenCases cases = new GoldenFolder(folder).with("a.json", text).open("a.json")) {
            assertThat(cases.read(0).input()).isEqualTo("cut \ud83d");
            assertThat(cases.read(0).expected()).isEqualTo("\u0000\u2028\ud83d\ude00");
        }
    }
}
