package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class KeepTraceTest {

    static class OneTestCases {
        @Test
        @KeepTrace
        void failing() {
            LlmSpan.tool("lookup", span -> "x");
            fail("not what it should be");
        }

        @Test
        void untraced() {
            LlmSpan.tool("nobody's", span -> "x");
            fail("no trace of this");
        }
    }

    @Test
    void aPlainTestThatAsksForItLeavesATraceAndSaysWhere() throws IOException {
        EvalRun run = EvalTestKit.run(OneTestCases.class);

        Path file = fileOf(run.thrownBy("failing()"));
        Trace trace = TraceFile.read(file);
        assertThat(trace.spans())
                .extracting(TraceSpan::name)
                .containsExactly("KeepTraceTest.OneTestCases.failing", "execute_tool lookup");
        assertThat(trace.root().orElseThrow().attributes())
                .containsEntry(TraceNames.TEST_CLASS, OneTestCases.class.getName())
                .containsEntry(TraceNames.TEST_METHOD, "failing")
                .containsEntry(TraceNames.OUTCOME, "FAILED");
        assertThat(trace.root().orElseThrow().error())
                .contains("org.opentest4j.AssertionFailedError: not what it should be");
        assertThat(run.thrownBy("untraced()").getSuppressed()).isEmpty();
        assertThat(Files.readString(file.getParent().resolveSibling("run.json")))
                .contains("execute_tool nobody's");
    }

    @KeepTrace
    static class TellingTestCases {
        @Test
        void throwing() {
            throw new IllegalStateException("mail to jane@example.org", new RuntimeException("to jane@example.org"));
        }

        @Test
        void comparing() {
            throw new AssertionFailedError("they differ", "jane@example.org", "john@example.org");
        }

        @Test
        void aborting() {
            abort("nobody at jane@example.org");
        }
    }

    @Test
    void whatAPlainTestThrowsIsReportedWithoutSecrets() {
        EvalRun run = EvalTestKit.run(TellingTestCases.class);

        assertThat(run.thrownBy("throwing()"))
                .hasMessageContaining("IllegalStateException: mail to [REDACTED:email]")
                .hasRootCauseMessage("java.lang.RuntimeException: to [REDACTED:email]");
        assertThat(run.thrownBy("comparing()")).isInstanceOfSatisfying(AssertionFailedError.class, failed -> {
            assertThat(failed.getExpected().getStringRepresentation()).isEqualTo("[REDACTED:email]");
            assertThat(failed.getActual().getStringRepresentation()).isEqualTo("[REDACTED:email]");
        });
        assertThat(run.thrownBy("aborting()"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("nobody at [REDACTED:email]");
        assertThat(run.thrownBy("throwing()").getSuppressed())
                .singleElement()
                .asString()
                .contains("trace: ");
    }

    @KeepTrace
    static class AllOfAClassTestCases {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"lima", "rome"})
        void several(String city) {
            LlmSpan.tool(city, span -> "x");
        }

        @Test
        @Timeout(value = 100, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void tooSlow() throws InterruptedException {
            LlmSpan.tool("slow", span -> "x");
            new CountDownLatch(1).await();
        }

        @Test
        void skipped() {
            abort("not today");
        }

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void set(GoldenCase golden, Actual actual) {
            actual.output("wrong");
        }
    }

    @Test
    void allTestsOfAClassDoAndAGoldenSetAmongThemLeavesOneTraceForEachCaseAsEver() throws IOException {
        EvalRun run = EvalTestKit.run(AllOfAClassTestCases.class);

        List<Trace> traces = TracesOfCasesTest.files(run).stream()
                .map(TraceFile::read)
                .sorted(Comparator.comparing(
                        trace -> trace.root().map(TraceSpan::name).orElse("")))
                .toList();
        assertThat(traces)
                .extracting(
                        trace -> trace.root().orElseThrow().name().replace("KeepTraceTest.AllOfAClassTestCases.", "")
                                + trace.application()
                                        .map(span -> ": " + span.name())
                                        .toList())
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("set france[]"),
                        name -> assertThat(name).isEqualTo("set italy[]"),
                        name -> assertThat(name).isEqualTo("set peru[]"),
                        name -> assertThat(name).isEqualTo("set spain[]"),
                        name -> assertThat(name).matches("several \"?lima\"?\\[: execute_tool lima]"),
                        name -> assertThat(name).matches("several \"?rome\"?\\[: execute_tool rome]"),
                        name -> assertThat(name).isEqualTo("skipped[]"),
                        name -> assertThat(name).isEqualTo("tooSlow[: execute_tool slow]"));
        assertThat(traces.get(6).root().orElseThrow().attributes()).containsEntry(TraceNames.OUTCOME, "SKIPPED");
        assertThat(traces.get(7).root().orElseThrow().attributes()).containsEntry(TraceNames.OUTCOME, "ERROR");
        assertThat(fileOf(run.thrownBy("tooSlow()"))).isRegularFile();
    }

    private static Path fileOf(Throwable thrown) {
        assertThat(thrown.getSuppressed()).isNotEmpty();
        String message = thrown.getSuppressed()[thrown.getSuppressed().length - 1].getMessage();
        assertThat(message).startsWith("trace: ");
        return Path.of(message.lines().findFirst().orElseThrow().substring("trace: ".length()));
    }
}
