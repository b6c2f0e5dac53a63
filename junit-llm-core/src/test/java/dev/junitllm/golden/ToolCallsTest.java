package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenPart;
import dev.junitllm.ToolCall;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCallsTest {

    @TempDir
    private Path folder;

    @Test
    void tellsACaseThatExpectsNoCallFromOneThatSaysNothingOfThem() {
        String lines = """
                {"input": "none", "toolCalls": []}
                {"input": "unsaid"}
                """;
        try (GoldenCases cases = new GoldenFolder(folder).with("a.jsonl", lines).open("a.jsonl")) {
            assertThat(GoldenPart.TOOL_CALLS.isIn(cases.read(0))).isTrue();
            assertThat(cases.read(0).toolCalls()).isEmpty();
            assertThat(GoldenPart.TOOL_CALLS.isIn(cases.read(1))).isFalse();
            assertThat(cases.read(1).toolCalls()).isEmpty();
        }
    }

    @Test
    void readsCallsNamedByTheirKeyInOthersData() {
        String line = """
                {"question": "Factorial of 5?", "possible_answer": [{"math.factorial": {"number": [5]}}, {"name": "f"}]}""";
        FieldMapping mapping = new FieldMapping("", "/question", "", "", "", "", "/possible_answer", "", "", "");
        try (GoldenCases cases = new GoldenFolder(folder).with("a.jsonl", line).open(mapping, "a.jsonl")) {
            assertThat(cases.read(0).toolCalls())
                    .extracting(ToolCall::toString)
                    .containsExactly("math.factorial{\"number\":[5]}", "f{}");
        }
        assertThat(new GoldenFolder(folder).refusal("b.jsonl", "{\"input\": \"x\", \"toolCalls\": [{\"f\": {}}]}"))
                .singleElement()
                .asString()
                .contains("'toolCalls[0]' has an unknown field 'f'");
    }
}
