package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.Samples;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.code.CodeLimits;
import dev.junitllm.score.code.CodeScore;
import dev.junitllm.score.code.CodeTests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of docs/code.md, run where this machine has a sandbox and the language. */
class CodePageTest {

    static class CompletionTestCases {

        private final Assistant assistant = new Assistant();

        // tag::code-score[]
        @GoldenSet(
                value = "docs/completions.jsonl",
                id = "/task_id",
                input = "/prompt",
                expected = "/canonical_solution")
        @CodeScore(language = "python", completion = true)
        @Samples(4)
        @PassRate(atLeast = 0.5)
        void completes(GoldenCase golden, Actual actual) {
            actual.output(assistant.complete(golden.input()));
        }
        // end::code-score[]
    }

    static class CommandTestCases {

        @GoldenSet("docs/numbers.jsonl")
        // tag::command[]
        @CodeScore(
                language = "command",
                command = {"ruby", "{file}"},
                file = "main.rb",
                epilogue = "puts '{token}'",
                cpuSeconds = 5,
                memory = 256)
        // end::command[]
        void completes(GoldenCase golden, Actual actual) {
            actual.output("puts 1");
        }
    }

    @Test
    void aCompletionPassesItsTests() {
        assumeThatPythonRuns();

        assertThat(PageRun.green(CompletionTestCases.class, "completes")
                        .succeeded()
                        .count())
                .isEqualTo(8);
    }

    @Test
    void scorersAreMadeInCodeToo() throws Exception {
        // tag::scorer[]
        Scorer tests = CodeTests.java()
                .tests("/hidden/tests") // where they stand in a case's metadata
                .limits(CodeLimits.DEFAULT.cpu(Duration.ofSeconds(20)).memory(1L << 30));
        // end::scorer[]

        assertThat(tests.describe().parameters())
                .containsEntry("language", "java")
                .containsEntry("tests", "/hidden/tests")
                .containsEntry("cpu", "PT20S");
    }

    /** Whatever this machine lacks, it says so itself. */
    private static void assumeThatPythonRuns() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("test", "assert x == 1");
        GoldenCase golden =
                GoldenCase.builder("case-1", "question").metadata(metadata).build();
        try {
            CodeTests.python().score(golden, Actual.of("x = 1"));
        } catch (ScoringException e) {
            assumeThat(List.of("NO_SANDBOX", "NO_INTERPRETER"))
                    .as("skipped: %s", e.getMessage())
                    .doesNotContain(e.kind());
        }
    }

    /** Stands for a model. */
    static final class Assistant {

        String complete(String prompt) {
            return prompt.contains("def add") ? "    return a + b\n" : "    return max(words, key=len, default='')\n";
        }
    }
}
