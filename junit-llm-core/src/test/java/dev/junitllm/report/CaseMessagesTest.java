package dev.junitllm.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.CaseResult.Exchange;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TraceNote;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseMessagesTest {

    private static final Path FILE = Path.of("target", "junit-llm", "run", "cases.jsonl");
    private static final CaseScore MISS = CaseScore.held("token-f1", Score.of(0.4996, "half"), Bar.atLeast(0.5));

    @Test
    void aMissShowsInputExpectedActualAndEachScoreAgainstItsBar() {
        assertThat(CaseMessages.notPassed(result(false, "14 days", null, List.of(MISS)), FILE))
                .isEqualTo("""
                        below the bar
                          case:     refund-3 [2/5] (golden/refunds.jsonl:3)
                          input:    How long do I have?
                          expected: 30 days
                          actual:   14 days
                          scores:
                            score     value   bar     outcome  reason
                            token-f1  0.4996  >= 0.5  FAILED   half
                          record:   target/junit-llm/run/cases.jsonl""");
    }

    @Test
    void aSoftMissSaysWhoCountsIt() {
        assertThat(CaseMessages.notPassed(result(true, "14 days", null, List.of(MISS)), FILE))
                .startsWith("below the bar; counted by the gate\n");
    }

    @Test
    void aFailedAssertionIsCalledOne() {
        assertThat(CaseMessages.notPassed(result(true, "14 days", "expected a", List.of()), FILE))
                .startsWith("the test's own assertion failed; counted by the gate\n");
    }

    @Test
    void anErrorSaysWhatHappened() {
        CaseScore error = CaseScore.error("token-f1", Bar.atLeast(0.5), CaseError.of("TIMEOUT", "no reply in 30 s"));

        assertThat(CaseMessages.notPassed(result(false, "x", null, List.of(error)), FILE))
                .startsWith("score 'token-f1' could not be made: no reply in 30 s\n")
                .contains("    token-f1  -      >= 0.5  ERROR    TIMEOUT: no reply in 30 s\n");
    }

    @Test
    void whatWasTracedShowsTheFailedAndTheSlowestStepAndWhereTheRestIs() {
        TraceNote note = new TraceNote(
                "traces/1-ab.json", "chat gpt-4o-mini, 1.2 s of 1.4 s", "execute_tool lookup: no\nsuch \u001b[2Jpage");

        assertThat(CaseMessages.notPassed(result(true, "x", null, List.of()).with(note), FILE))
                .endsWith("""
                          actual:   x
                          failed:   step execute_tool lookup: no\\nsuch \\u001b[2Jpage
                          slowest:  step chat gpt-4o-mini, 1.2 s of 1.4 s
                          trace:    target/junit-llm/run/traces/1-ab.json
                          record:   target/junit-llm/run/cases.jsonl""".indent(2).stripTrailing());
    }

    @Test
    void anAnswerThatWasNeverRecordedIsNotShownAsEmpty() {
        assertThat(CaseMessages.notPassed(result(false, null, null, List.of()), FILE))
                .contains("  actual:   (none recorded)\n");
    }

    @Test
    void whatAModelWroteCanNeitherMoveTheCursorNorBreakTheLayoutNorFillTheScreen() {
        String message = CaseMessages.notPassed(
                result(false, "\u001b[2J\r\nscores:\u202e " + "x".repeat(5000), null, List.of(MISS)), FILE);

        assertThat(message)
                .contains("  actual:   \\u001b[2J\n            scores:\\u202e xxx")
                .contains("… (5014 characters)\n  scores:\n")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void softenedErrorsAreNamed() {
        assertThat(CaseMessages.softened(false, null, "java.io.IOException: 503"))
                .isEqualTo("error; counted by the gate: java.io.IOException: 503");
        assertThat(CaseMessages.softened(true, null, "expected a but was b"))
                .isEqualTo("the test's own assertion failed; counted by the gate: expected a but was b");
    }

    @Test
    void reportEntriesHoldTheOutcomeAndEachScore() {
        assertThat(CaseMessages.reportEntry(result(false, "x", null, List.of(MISS))))
                .containsExactly(
                        Map.entry("junit-llm.case", "refund-3 [2/5]"),
                        Map.entry("junit-llm.outcome", "FAILED"),
                        Map.entry("junit-llm.score.token-f1", "0.4996 FAILED"));
    }

    @Test
    void reportEntriesNameTheTrace() {
        assertThat(CaseMessages.reportEntry(
                        result(false, "x", null, List.of(MISS)).with(new TraceNote("traces/1-ab.json", "", ""))))
                .containsEntry("junit-llm.trace", "traces/1-ab.json");
    }

    @Test
    void aPlainTestThatFailedSaysWhichStepDidAndWhichTookLongest() {
        Path folder = FILE.getParent();

        assertThat(CaseMessages.plainTestFailed(
                        new TraceNote("traces/1-ab.json", "chat, 1.0 s of 1.1 s", "lookup: gone"), folder))
                .isEqualTo("""
                        trace: target/junit-llm/run/traces/1-ab.json
                          failed:   step lookup: gone
                          slowest:  step chat, 1.0 s of 1.1 s""");
        assertThat(CaseMessages.plainTestFailed(new TraceNote("traces/1-ab.json", "", ""), folder))
                .isEqualTo("trace: target/junit-llm/run/traces/1-ab.json");
    }

    private static CaseResult result(
            boolean soft, @Nullable String output, @Nullable String assertion, List<CaseScore> scores) {
        CaseDecision decision = CaseDecision.of(null, assertion != null, output != null, scores);
        return new CaseResult(
                new TestId("demo.EvalTest", "answers"),
                "refund-3",
                2,
                5,
                decision.outcome(),
                soft,
                scores,
                assertion,
                decision.error(),
                new Exchange(
                        "How long do I have?",
                        "30 days",
                        output,
                        "hash",
                        "golden/refunds.jsonl:3",
                        List.of(),
                        Usage.UNKNOWN,
                        Map.of()),
                Duration.ZERO,
                Duration.ZERO);
    }
}
