package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    @TempDir
    private Path folder;

    private static String line(int i) {
        return "{\"id\": \"c-%s\", \"input\": \"Gr\u00fc\u00dfe \u4f60\u597d \ud83d\ude00 %s\"}"
                .formatted(i, "\u00e9".repeat(i % 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r\n \t\r\n"})
    void readsEachLineAtItsPlace(String lineEnd) {
        for (String begin : List.of("", "\ufeff", "\n", "\ufeff\n")) {
            for (String end : List.of("", lineEnd)) {
                String text = begin
                        + String.join(
                                lineEnd,
                                IntStream.range(0, 1000)
                                        .mapToObj(JsonLinesTest::line)
                                        .toList())
                        + end;
                try (GoldenCases cases =
                        new GoldenFolder(folder).with("a.jsonl", text).open("a.jsonl")) {
                    assertThat(cases.size()).isEqualTo(1000);
                    for (int i = 999; i >= 0; i -= 7) {
                        GoldenCase golden = cases.read(i);
                        assertThat(golden.id()).isEqualTo("c-" + i).isEqualTo(cases.id(i));
                        assertThat(golden.input())
                                .isEqualTo("Gr\u00fc\u00dfe \u4f60\u597d \ud83d\ude00 " + "\u00e9".repeat(i % 300));
                        assertThat(golden.contentHash()).isEqualTo(cases.contentHash(i));
                    }
                }
            }
        }
    }

    @Test
    void countsBlankLinesToo() {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("golden/a.jsonl", "\n\n{\"input\": 1}\n \n{\"input\": 2}")
                .open("golden/a.jsonl")) {
            assertThat(cases.read(0).location()).contains("golden/a.jsonl:3");
            assertThat(cases.read(1).location()).contains("golden/a.jsonl:5");
        }
    }

    @Test
    void readsAVeryLongLine() {
        String long25 = "x".repeat(25_000_000); // over Jackson's own limit of 20 million
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.jsonl", "{\"input\": \"" + long25 + "\"}")
                .open(new ReadingLimits(26_000_000, 1), "a.jsonl")) {
            assertThat(cases.read(0).input()).hasSize(25_000_000);
        }
    }

    @Test
    void keepsNumbersAsTheyAreWritten() {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with(
                        "a.jsonl",
                        "{\"input\": [1.10, 0.1234567890123456789012345, 123456789012345678901234567890, 1E+3, 9007199254740993]}")
                .open("a.jsonl")) {
            assertThat(cases.read(0).input())
                    .isEqualTo(
                            "[1.10,0.1234567890123456789012345,123456789012345678901234567890,1E+3,9007199254740993]");
        }
    }

    @Test
    void namesANamelessCaseAfterItsContent() {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.jsonl", "{\"input\": \"x\", \"expected\": \"y\", \"tags\": [\"t\"]}\n{\"input\": \"x\"}")
                .open("a.jsonl")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.id()).isEqualTo(golden.contentHash().substring(0, 12));
            assertThat(golden.expected()).isEqualTo("y");
            assertThat(golden.tags()).containsExactly("t");
            assertThat(cases.id(1)).isNotEqualTo(cases.id(0));
        }
    }

    @Test
    void readsEveryField() {
        String line = """
                {"id": 12, "input": {"q": "x"}, "expected": ["y"], "references": "z", "context": ["c", {"id": "d", "text": "e", \
                "score": 0.5, "metadata": {"page": 3, "by": "me"}}, {"id": "only"}], "messages": [{"role": "user", "content": ""}], \
                "toolCalls": [{"name": "f", "arguments": {"a": 1}}, {"name": "g"}], "tags": ["a", "b"], "metadata": {"m": 1}, \
                "origin": "production"}""";
        try (GoldenCases cases = new GoldenFolder(folder).with("a.jsonl", line).open("a.jsonl")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.id()).isEqualTo("12");
            assertThat(golden.input()).isEqualTo("{\"q\":\"x\"}");
            assertThat(golden.expected()).isEqualTo("[\"y\"]");
            assertThat(golden.references()).containsExactly("z");
            assertThat(golden.context()).extracting("id").containsExactly("context-1", "d", "only");
            assertThat(golden.context()).extracting("text").containsExactly("c", "e", "");
            assertThat(golden.context().get(1).score()).hasValue(0.5);
            assertThat(golden.context().get(1).metadata())
                    .containsEntry("page", "3")
                    .containsEntry("by", "me");
            assertThat(golden.messages()).singleElement().hasToString("Message[role=user, content=]");
            assertThat(golden.toolCalls()).extracting(Object::toString).containsExactly("f{\"a\":1}", "g{}");
            assertThat(golden.tags()).containsExactly("a", "b");
            assertThat(golden.metadata("/m")).contains("1");
            assertThat(golden.origin()).isEqualTo(dev.junitllm.Origin.PRODUCTION);
        }
    }
}
