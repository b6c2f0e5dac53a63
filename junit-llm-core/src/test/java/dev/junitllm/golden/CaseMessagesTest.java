package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseMessagesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            {"id": "a"} -> a.jsonl:1, case 'a': it has no 'input'; give it one, or say where it stands, as in @GoldenSet(input = "/question")
            {"id": "a", "input": null} -> a.jsonl:1, case 'a': its 'input' is null; write what goes into the application
            {"input": "x", "expected": null} -> a.jsonl:1: its 'expected' is null; leave the field out where it has no value
            {"input": "x", "expcted": "y"} -> a.jsonl:1: it has an unknown field 'expcted'; did you mean 'expected'? Other facts go into 'metadata'; other people's fields are mapped, as in @GoldenSet(input = "/question")
            {"input": "x", "zzzzzz": "y"} -> a.jsonl:1: it has an unknown field 'zzzzzz'; Other facts go into 'metadata'; other people's fields are mapped, as in @GoldenSet(input = "/question")
            {"id": true, "input": "x"} -> a.jsonl:1: its 'id' is a boolean, but must be a text or a whole number; write it as "…"
            {"id": 1.5, "input": "x"} -> a.jsonl:1: its 'id' is a number, but must be a text or a whole number; write it as "…"
            {"id": "  ", "input": "x"} -> a.jsonl:1: its 'id' is blank; write something, or leave it out
            {"id": "a\\ud83d", "input": "x"} -> a.jsonl:1: its 'id' 'a\\ud83d' holds half of a surrogate pair; write ids of whole characters
            {"input": "x", "references": 3} -> a.jsonl:1: its 'references' is a number, but must be a list of texts; write it as ["…", "…"]
            {"input": "x", "references": ["a", 3]} -> a.jsonl:1: its 'references[1]' is a number, but must be a text; write it as "…"
            {"input": "x", "tags": {"a": 1}} -> a.jsonl:1: its 'tags' is an object, but must be a list of texts; write it as ["…", "…"]
            {"input": "x", "tags": [null]} -> a.jsonl:1: its 'tags[0]' is null, but must be a text; write it as "…"
            {"input": "x", "context": {"id": "a"}} -> a.jsonl:1: its 'context' is an object, but must be a list of texts or documents; write it as [{"id": "…", "text": "…"}]
            {"input": "x", "context": [3]} -> a.jsonl:1: its 'context[0]' is a number, but must be an object; write it as {"id": "…", "text": "…"}
            {"input": "x", "context": [{"txt": "a"}]} -> a.jsonl:1: its 'context[0]' has an unknown field 'txt'; did you mean 'text'?
            {"input": "x", "context": [{"score": 1}]} -> a.jsonl:1: its 'context[0]' has no 'text'; write it as {"id": "…", "text": "…"}
            {"input": "x", "context": [{"id": " "}]} -> a.jsonl:1: its 'context[0].id' is blank; write something, or leave it out
            {"input": "x", "context": [{"id": "a", "score": "high"}]} -> a.jsonl:1: its 'context[0].score' is a text, but must be a number within the range of a double; write it as 0.83
            {"input": "x", "context": [{"id": "a", "metadata": 3}]} -> a.jsonl:1: its 'context[0].metadata' is a number, but must be an object; write it as {"page": "12"}
            {"input": "x", "messages": "hello"} -> a.jsonl:1: its 'messages' is a text, but must be a list of messages; write it as [{"role": "user", "content": "…"}]
            {"input": "x", "messages": [{"role": "user"}]} -> a.jsonl:1: its 'messages[0]' has no 'content'; write it as {"role": "user", "content": "…"}
            {"input": "x", "messages": [{"role": "", "content": ""}]} -> a.jsonl:1: its 'messages[0].role' is blank; write something, or leave it out
            {"input": "x", "messages": [{"role": "user", "content": [], "zz": 1}]} -> a.jsonl:1: its 'messages[0]' has an unknown field 'zz'; it may have 'role', 'content'
            {"input": "x", "toolCalls": [{"arguments": {}}]} -> a.jsonl:1: its 'toolCalls[0]' has no 'name'; write it as {"name": "…", "arguments": {…}}
            {"input": "x", "toolCalls": [{"name": "f", "arguments": "{}"}]} -> a.jsonl:1: its 'toolCalls[0].arguments' is a text, but must be an object; write it as {…}
            {"input": "x", "metadata": "de"} -> a.jsonl:1: its 'metadata' is a text, but must be an object; write it as {"language": "en"}
            {"input": "x", "origin": "prod"} -> a.jsonl:1: its 'origin' is 'prod'; write 'manual', 'synthetic' or 'production'
            {"input": "x", "origin": 3} -> a.jsonl:1: its 'origin' is a number, but must be a text; write it as "manual"
            "x" -> a.jsonl:1: the case is a text, not an object; write {"id": …, "input": …}
            [{"input": "x"}] -> a.jsonl:1: the case is a list, not an object; write {"id": …, "input": …}; if the whole file is one JSON array, name it .json
            """)
    void refusesACaseAndSaysWhatToDo(String line, String message) {
        assertThat(new GoldenFolder(folder).refusal("a.jsonl", line)).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            {"input": "x", "input": "y"} -> a.jsonl:1: the field 'input' stands there twice; keep one of them
            {"input": {"a": {"b": 1, "b": 1}}} -> a.jsonl:1: the field 'b' stands there twice; keep one of them
            {"input": "x"} {"input": "y"} -> a.jsonl:1: there is more behind the case; put each case on a line of its own
            {"input": "x" -> a.jsonl:1: malformed JSON: it ends too early; close what is open: quotes, brackets and braces
            {"input": "x -> a.jsonl:1: malformed JSON: it ends too early; close what is open: quotes, brackets and braces
            """)
    void refusesALineThatIsNoJson(String line, String message) {
        assertThat(new GoldenFolder(folder).refusal("a.jsonl", line)).containsExactly(message);
    }

    /** Between "column" and the advice stand Jackson's words, which change from version to version. */
    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            {"input": NaN} -> 12
            {"input": -Infinity} -> 12
            {'input': "x"} -> 2
            {"input": "x",} -> 15
            {"input": 01} -> 11
            {"input": "x"} // note -> 16
            """)
    void refusesALineThatBreaksTheRulesOfJson(String line, int near) {
        List<String> refusal = new GoldenFolder(folder).refusal("a.jsonl", line);
        assertThat(refusal)
                .singleElement()
                .asString()
                .matches("a\\.jsonl:1: malformed JSON at column \\d+: .*; correct it there or just before")
                .doesNotContain("enable", "Source", "Jackson");
        int column = Integer.parseInt(refusal.get(0).replaceAll(".*at column (\\d+).*", "$1"));
        assertThat(column).isBetween(near - 1, near + 9);
    }

    @Test
    void namesEverythingThatIsWrongWithACase() {
        assertThat(new GoldenFolder(folder).refusal("a.jsonl", "{\"id\": \"a\", \"tags\": 3, \"orign\": \"manual\"}"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("a.jsonl:1, case 'a': "));
    }

    @Test
    void escapesWhatAHostileFileQuotes() {
        assertThat(new GoldenFolder(folder)
                        .refusal("a.jsonl", "{\"id\": \"\\u001b[31m\", \"\\u001b[2J\": 1, \"input\": 1}"))
                .singleElement()
                .asString()
                .startsWith("a.jsonl:1, case '\\u001b[31m': it has an unknown field '\\u001b[2J';");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(new GoldenFolder(folder).refusal("a.jsonl", "{\"input\": " + deep + "}"))
                .containsExactly(
                        "a.jsonl:1: it nests deeper than 200 levels; put deep data into a text, or flatten it");
    }

    @Test
    void takesNestingUpToTheLimit() {
        String deep = "[".repeat(199) + "]".repeat(199);
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.jsonl", "{\"input\": " + deep + "}")
                .open("a.jsonl")) {
            assertThat(cases.read(0).input()).isEqualTo(deep);
        }
    }

    @Test
    void refusesANumberThatNobodyCanKeep() {
        assertThat(new GoldenFolder(folder).refusal("a.jsonl", "{\"input\": 1e99999999999}"))
                .singleElement()
                .isIn(
                        "a.jsonl:1: the number 1e99999999999 can't be kept exactly; write it as a text",
                        // the oldest Jackson refuses it first
                        "a.jsonl:1: malformed JSON at column 24: Malformed numeric value (1e99999999999); correct it there or just before");
    }

    @Test
    void refusesAMappedInputThatIsNotThere() {
        assertThat(new GoldenFolder(folder)
                        .refusal("a.jsonl", "{\"qestion\": \"x\"}", GoldenFolder.inputAndExpected("/question", "")))
                .containsExactly("a.jsonl:1: nothing stands at /question, where its 'input' should be;"
                        + " add it, or correct @GoldenSet(input = …)");
    }
}
