package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanEvalAndGsm8kTest {

    @TempDir
    private Path folder;

    @Test
    void asksHumanEvalToCompleteThePrompt() {
        String line = """
                {"task_id": "Own/0", "prompt": "def one():\\n", "entry_point": "one", "canonical_solution": "    return 1\\n", \
                "test": "def check(candidate):\\n    assert candidate() == 1\\n", "plus": [1]}
                """;
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("HumanEval.jsonl.gz", GoldenFolder.gzip(line))
                .openAs("humaneval", "HumanEval.jsonl.gz")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.id()).isEqualTo("Own/0");
            assertThat(golden.input()).isEqualTo("def one():\n");
            assertThat(golden.expected()).isEqualTo("    return 1\n");
            assertThat(golden.metadata("/entry_point")).contains("one");
            assertThat(golden.metadata("/test")).contains("def check(candidate):\n    assert candidate() == 1\n");
            assertThat(golden.metadata("/plus")).contains("[1]");
        }
    }

    @Test
    void readsHumanEvalWithoutSolutions() {
        String line = "{\"task_id\": \"a\", \"prompt\": \"def f():\", \"entry_point\": \"f\", \"test\": \"pass\"}";
        try (GoldenCases cases = new GoldenFolder(folder).with("a.jsonl", line).openAs("humaneval", "a.jsonl")) {
            assertThat(cases.read(0).hasExpected()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            {"prompt": "p", "entry_point": "f", "test": "t"} -> a.jsonl:1: it has no 'task_id'; take the file as the benchmark publishes it
            {"task_id": "a", "entry_point": "f", "test": "t"} -> a.jsonl:1: it has no 'prompt'; take the file as the benchmark publishes it
            {"task_id": "a", "prompt": "p", "test": "t"} -> a.jsonl:1: it has no 'entry_point'; take the file as the benchmark publishes it
            {"task_id": "a", "prompt": "p", "entry_point": "f"} -> a.jsonl:1: it has no 'test'; take the file as the benchmark publishes it
            {"task_id": 1, "prompt": "p", "entry_point": "f", "test": "t"} -> a.jsonl:1: its 'task_id' is a number, but must be a text; write it as "…"
            {"task_id": "a", "prompt": "p" -> a.jsonl:1: malformed JSON: it ends too early; close what is open: quotes, brackets and braces
            "a" -> a.jsonl:1: the record is a text, not an object; take the file as the benchmark publishes it
            """)
    void refusesAProblemOfHumanEvalAndSaysWhy(String line, String message) {
        assertThat(new GoldenFolder(folder).refusalAs("humaneval", "a.jsonl", line))
                .containsExactly(message);
    }

    @Test
    void refusesTwoProblemsOfOneId() {
        String line = "{\"task_id\": \"a\", \"prompt\": \"p\", \"entry_point\": \"f\", \"test\": \"t\"}\n";
        assertThat(new GoldenFolder(folder).refusalAs("humaneval", "a.jsonl", line + line))
                .singleElement()
                .asString()
                .startsWith("a.jsonl:2, case 'a': the id 'a' also stands at a.jsonl:1");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            Half of 8 is <<8/2=4>>4.\\n#### 4 -> 4
            #### -12 -> -12
            So\\n####1,250.50\\n -> 1250.50
            #### 3 is too low\\n####  4  -> 4
            """)
    void expectsTheFinalNumberOfGsm8k(String answer, String number) {
        String line = "\n{\"question\": \"How many?\", \"answer\": \"" + answer + "\"}\n";
        try (GoldenCases cases =
                new GoldenFolder(folder).with("data/test.jsonl", line).openAs("gsm8k", "data/test.jsonl")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.id()).isEqualTo("test-1");
            assertThat(golden.location()).contains("data/test.jsonl:2");
            assertThat(golden.input()).isEqualTo("How many?");
            assertThat(golden.expected()).isEqualTo(number);
            assertThat(golden.metadata("/answer")).contains(answer.replace("\\n", "\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            {"answer": "#### 1"} -> a.jsonl:1: it has no 'question'; take the file as the benchmark publishes it
            {"question": "x"} -> a.jsonl:1: it has no 'answer'; take the file as the benchmark publishes it
            {"question": "x", "answer": "4"} -> a.jsonl:1: its 'answer' doesn't end in a number after ####; end it as in "… #### 42"
            {"question": "x", "answer": "#### four"} -> a.jsonl:1: its 'answer' doesn't end in a number after ####; end it as in "… #### 42"
            {"question": "x", "answer": "#### 4 apples"} -> a.jsonl:1: its 'answer' doesn't end in a number after ####; end it as in "… #### 42"
            {"question": "x", "answer": 4} -> a.jsonl:1: its 'answer' is a number, but must be a text; write it as "…"
            """)
    void refusesAQuestionOfGsm8kAndSaysWhy(String line, String message) {
        assertThat(new GoldenFolder(folder).refusalAs("gsm8k", "a.jsonl", line)).containsExactly(message);
    }

    @Test
    void looksForTheFinalNumberInBoundedTime() {
        String hostile = "#### " + "1,".repeat(500_000) + " ".repeat(500_000) + "#".repeat(1_000_000) + "x";
        assertThat(new GoldenFolder(folder)
                        .refusalAs("gsm8k", "a.jsonl", "{\"question\": \"x\", \"answer\": \"" + hostile + "\"}"))
                .hasSize(1);
    }
}
