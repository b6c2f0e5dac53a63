package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldMappingTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheAttributeThatIsNoPointer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldenFolder.inputAndExpected("question", ""))
                .withMessage(
                        "@GoldenSet(input = \"question\") is no JSON Pointer: begin it with a slash, as in \"/question\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldenFolder.inputAndExpected("", "/a~b"))
                .withMessage("@GoldenSet(expected = \"/a~b\") is no JSON Pointer:"
                        + " write ~ as ~0 and a / within a name as ~1");
    }

    @Test
    void readsFieldsWhereThePointersSay() {
        String line = """
                {"q": {"text": "x"}, "a/b": {"~": ["y", "z"]}, "input": "kept", "expected": "other", "none": null, "tags": null, \
                "messages": [{"role": "user", "content": "hi", "name": "Ann"}]}""";
        FieldMapping mapping = new FieldMapping("", "/q/text", "/nowhere", "/a~1b/~0", "", "", "", "", "", "");
        try (GoldenCases cases = new GoldenFolder(folder).with("a.jsonl", line).open(mapping, "a.jsonl")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.input()).isEqualTo("x");
            assertThat(golden.hasExpected()).isFalse();
            assertThat(golden.references()).containsExactly("y", "z");
            assertThat(golden.tags()).isEmpty();
            assertThat(golden.messages()).hasSize(1);
            assertThat(golden.metadata("/input"))
                    .as("not claimed by input any more")
                    .contains("kept");
            assertThat(golden.metadata("/expected")).contains("other");
            assertThat(golden.metadata("/q/text")).as("claimed in part only").contains("x");
            assertThat(golden.metadata().has("none")).isTrue();
            assertThat(golden.metadata().has("messages")).isFalse();
        }
    }

    @Test
    void addsUnclaimedFieldsToTheMetadata() {
        FieldMapping mapping = new FieldMapping("", "/q", "", "", "", "", "", "", "/facts", "");
        String line = "{\"q\": 1, \"facts\": {\"a\": 2}, \"metadata\": {\"c\": 4}, \"b\": 3}";
        try (GoldenCases cases = new GoldenFolder(folder).with("a.jsonl", line).open(mapping, "a.jsonl")) {
            assertThat(cases.read(0).metadata()).hasToString("{\"a\":2,\"metadata\":{\"c\":4},\"b\":3}");
        }
        assertThat(new GoldenFolder(folder).refusal("b.jsonl", "{\"q\": 1, \"facts\": {\"a\": 2}, \"a\": 3}", mapping))
                .containsExactly("b.jsonl:1: the field 'a' stands both in the record and in its metadata; rename one of"
                        + " them, or map the metadata elsewhere, as in @GoldenSet(metadata = \"/facts\")");
    }
}
