package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCasesTest {

    private static final TestId TEST = new TestId("demo.EvalTest", "answers");

    private static final String HEAD = "{\"schema\":1,\"class\":\"demo.EvalTest\",\"method\":\"answers\",";

    @TempDir
    private Path folder;

    @Test
    void knowWhatWasDoneToAnOutput() throws Exception {
        List<KeptCase> cases = read(
                HEAD
                        + "\"case\":\"a\",\"sample\":2,\"outcome\":\"FAILED\",\"scores\":[{\"x\":[]}],\"contentHash\":\"c\","
                        + "\"handling\":{\"input\":{\"cut\":true},\"output\":{\"removed\":{\"email\":2},\"cut\":true,\"length\":9,\"sha256\":\"00\"}},"
                        + "\"output\":\"x\"}",
                HEAD + "\"case\":\"b\",\"sample\":1,\"outcome\":\"PASSED\",\"contentHash\":\"d\",\"output\":\"y\"}",
                HEAD + "\"case\":\"c\",\"sample\":1,\"outcome\":\"ERROR\",\"contentHash\":\"e\",\"output\":null}");

        assertThat(cases).extracting(KeptCase::caseId).containsExactly("a", "b", "c");
        assertThat(cases)
                .extracting(KeptCase::outcome)
                .containsExactly(CaseOutcome.FAILED, CaseOutcome.PASSED, CaseOutcome.ERROR);
        assertThat(cases.get(0).sample()).isEqualTo(2);
        assertThat(cases.get(0).contentHash()).isEqualTo("c");
        var first = Objects.requireNonNull(cases.get(0).output());
        assertThat(first.handling().removed()).isEqualTo(Map.of("email", 2));
        assertThat(first.handling().cut()).isTrue();
        assertThat(first.handling().length()).isEqualTo(9);
        assertThat(first.original()).isEmpty();
        assertThat(Objects.requireNonNull(cases.get(1).output()).original()).contains("y");
        assertThat(cases.get(2).output()).isNull();
    }

    @Test
    void leaveOutOtherTestsAndLinesThatAreBeingWritten() throws Exception {
        List<KeptCase> cases = read(
                HEAD.replace("answers", "others")
                        + "\"case\":\"a\",\"sample\":1,\"outcome\":\"PASSED\",\"output\":\"x\"}",
                HEAD.replace("EvalTest", "OtherTest")
                        + "\"case\":\"a\",\"sample\":1,\"outcome\":\"PASSED\",\"output\":\"x\"}",
                HEAD + "\"case\":\"b\",\"samp");

        assertThat(cases).isEmpty();
    }

    @Test
    void sayWhichFileIsBroken() {
        assertThatThrownBy(() -> read(HEAD + "\"case\" \"a\"}"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cases.jsonl");
    }

    private List<KeptCase> read(String... lines) throws Exception {
        Path file = folder.resolve("cases.jsonl");
        Files.write(file, List.of(lines));
        List<KeptCase> cases = new ArrayList<>();
        KeptCases.read(file, TEST, cases::add);
        return cases;
    }
}
