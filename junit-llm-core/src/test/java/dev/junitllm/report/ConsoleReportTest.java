package dev.junitllm.report;

import static dev.junitllm.report.FinishedSet.attributes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.trace.TraceTotals;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private static final Estimate THREE_QUARTERS = Estimate.between(0.75, 0.1941204, 0.9936905, "Clopper–Pearson");

    @Test
    void laysSetsOutAsOneTable() {
        SetReport answers = capitals()
                .verdict(VerdictStatus.PASS, "PassRate", attributes("atLeast", 0.7), THREE_QUARTERS)
                .figure("cases", 4)
                .figure("smallest detectable drop", 0.5821)
                .figure("seed", 7L)
                .verdict(
                        VerdictStatus.FAIL,
                        "MeanScore",
                        attributes("of", "token-f1", "atLeast", 0.8),
                        Estimate.between(0.725, 0.5, 0.95, "Student t"))
                .verdict(VerdictStatus.PASS, "ErrorBudget", attributes("atMost", 0.05), Estimate.of(0))
                .decided();
        SetReport ungated = FinishedSet.of("RiverEvalTest", "flows", "golden/rivers.csv")
                .passed("rhine", 1)
                .in(Duration.ofSeconds(83))
                .decided();

        assertThat(print(Style.PLAIN, answers, ungated)).isEqualTo("""

            junit-llm                                           cases  passed  failed  errors        time
            CapitalEvalTest.answers                                 4       3       1       0       1.2 s
              golden/capitals.jsonl
              mean  token-f1                                    0.725
              PASS  @PassRate(atLeast = 0.7)                    0.75   95% interval 0.194 to 0.994
                    cases 4, smallest detectable drop 0.582, seed 7, method Clopper–Pearson
              FAIL  @MeanScore(of = "token-f1", atLeast = 0.8)  0.725  95% interval 0.5 to 0.95
                    method Student t
              PASS  @ErrorBudget(atMost = 0.05)                 0
            RiverEvalTest.flows                                     1       1       0       0  1 min 23 s
              golden/rivers.csv
              mean  token-f1                                    1
              no gate: each case decides for itself
            All cases and verdicts: /elsewhere/target/junit-llm/20261122-101500-7-1/summary.md
            """);
    }

    @Test
    void namesTheFailedAndTheSlowestStepOfCasesThatDidNotPass() {
        SetReport refunds = FinishedSet.of("RefundsEvalTest", "answers", "golden/refunds.jsonl")
                .passed("refund-1", 1)
                .traced("traces/000001-aa.json", "chat gpt-4o-mini, 1.0 s of 1.1 s", "")
                .erred("refund-2")
                .traced("traces/000002-bb.json", "chat gpt-4o-mini, 900 ms of 1.0 s", "")
                .missed("refund-3", 0.2)
                .traced("traces/000003-cc.json", "", "")
                .missed("refund-4", 0.2)
                .traced(
                        "traces/000004-dd.json",
                        "chat gpt-4o-mini, 1.6 s of 4.1 s",
                        "execute_tool lookup: no\u001b[2J page")
                .decided();

        assertThat(print(Style.PLAIN, refunds)).endsWith("""
              no gate: each case decides for itself
              refund-4 FAILED
                failed step   execute_tool lookup: no\\u001b[2J page
                slowest step  chat gpt-4o-mini, 1.6 s of 4.1 s
                trace         /elsewhere/target/junit-llm/20261122-101500-7-1/traces/000004-dd.json
              refund-2 ERROR
                slowest step  chat gpt-4o-mini, 900 ms of 1.0 s
                trace         /elsewhere/target/junit-llm/20261122-101500-7-1/traces/000002-bb.json
            All cases and verdicts: /elsewhere/target/junit-llm/20261122-101500-7-1/summary.md
            """);
    }

    @Test
    void showsTheStepsOfFiveCasesAndOfThreeWhereTheGatesPass() {
        FinishedSet refunds = FinishedSet.of("RefundsEvalTest", "answers", "golden/refunds.jsonl");
        for (int i = 1; i <= 6; i++) {
            refunds.missed("refund-" + i, 0.2).traced("traces/" + i + ".json", "chat, 1.0 s of 1.1 s", "");
        }

        assertThat(print(Style.PLAIN, refunds.decided()))
                .contains("  refund-5 FAILED\n")
                .doesNotContain("refund-6")
                .contains("\n  steps of more cases that did not pass: see the summary\n");
        refunds.verdict(VerdictStatus.PASS, "PassRate", attributes("atLeast", 0.0), Estimate.of(0));
        assertThat(print(Style.PLAIN, refunds.decided()))
                .contains("  refund-3 FAILED\n")
                .doesNotContain("refund-4");
    }

    @Test
    void saysWhyWhereNumbersDontTell() {
        SetReport erring = capitals()
                .erred("peru")
                .verdict(
                        VerdictStatus.ERROR,
                        "PassRate",
                        attributes("atLeast", 0.7),
                        null,
                        1,
                        "1 of 5 ended in an error, more than the error budget allows (none, the default below 50"
                                + " cases), so nothing can be said of the rest")
                .verdict(
                        VerdictStatus.PASS,
                        "MeanScore",
                        attributes("of", "token-f1", "atLeast", 0.7),
                        Estimate.of(0.725),
                        1,
                        "the mean hangs on the error")
                .decided();

        assertThat(print(Style.PLAIN, erring)).contains("""
              ERROR  @PassRate(atLeast = 0.7)                    -
                     1 of 5 ended in an error, more than the error budget allows (none, the default below 50 cases),
                     so nothing can be said of the rest
              PASS   @MeanScore(of = "token-f1", atLeast = 0.7)  0.725
                     the mean hangs on the error
            """);
    }

    @Test
    void countsWhatWasNotScoredOnlyWhereThereIsSuch() {
        assertThat(print(Style.PLAIN, capitals().unscored("peru").decided())).contains("""
            junit-llm                cases  passed  failed  errors  unscored   time
            CapitalEvalTest.answers      5       3       1       0         1  1.2 s
            """);
        assertThat(print(Style.PLAIN, capitals().decided())).doesNotContain("unscored");
    }

    @Test
    void saysHowMuchOfANarrowedSetRan() {
        assertThat(print(Style.PLAIN, capitals().outOf(40).decided())).contains("""
            junit-llm                  cases  passed  failed  errors   time
            CapitalEvalTest.answers  4 of 40       3       1       0  1.2 s
            """);
    }

    @Test
    void saysThatGatesWereNotAsked() {
        SetReport partial =
                capitals().report(SetReport.Ending.PARTIAL, "partial: gates not decided (4 of 40 cases were picked)");
        SetReport broken = capitals().report(SetReport.Ending.BROKEN, "incomplete: only 4 of 9 cases ended");

        assertThat(print(Style.PLAIN, partial))
                .contains("\n  partial: gates not decided (4 of 40 cases were picked)\n");
        assertThat(print(Style.PLAIN, broken)).contains("\n  ERROR incomplete: only 4 of 9 cases ended\n");
    }

    @Test
    void breaksTheLineAfterANameThatIsTooLong() {
        String method = "answers".repeat(10);
        SetReport set = FinishedSet.of("LongEvalTest", method, "golden/a.jsonl")
                .passed("a", 1)
                .decided();

        assertThat(print(Style.PLAIN, set)).contains("""
            LongEvalTest.%s
                                  1       1       0       0  1.2 s
            """.formatted(method));
    }

    @Test
    void saysWhatIsMissingFromTheTraces() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TraceTotals totals = new TraceTotals(
                true, 4, 20, 1, Map.of("chat m", 2L, "retrieval x", 1L), List.of("the application has its own"));
        new ConsoleReport(
                        Configuration.of(key -> Optional.empty(), Map.of()),
                        new PrintStream(bytes, true, UTF_8),
                        Style.PLAIN)
                .print(List.of(capitals().decided()), totals);

        assertThat(bytes.toString(UTF_8)).endsWith("""
            Traces: 3 spans outside any test: chat m x 2, retrieval x x 1
            Traces: 1 span dropped from traces that have too many (junit.llm.trace.max-spans says how many a trace keeps)
            Traces: the application has its own
            """);
    }

    @Test
    void coloursVerdictsOnATerminal() {
        String text = print(
                Style.COLOR,
                capitals()
                        .verdict(VerdictStatus.PASS, "PassRate", attributes("atLeast", 0.7), THREE_QUARTERS)
                        .verdict(VerdictStatus.FAIL, "PassRate", attributes("atLeast", 0.8), THREE_QUARTERS)
                        .decided());

        assertThat(text)
                .contains("\u001b[1mCapitalEvalTest.answers\u001b[0m ")
                .contains("  \u001b[32mPASS\u001b[0m  @PassRate(atLeast = 0.7)  0.75 ")
                .contains("  \u001b[31mFAIL\u001b[0m  @PassRate(atLeast = 0.8)  0.75 ");
    }

    @Test
    void letsNoNameMoveTheCursor() {
        SetReport set = FinishedSet.of("EvalTest", "a\u001b[2K", "golden/\u202e\n.jsonl")
                .passed("a", 1)
                .decided();

        assertThat(print(Style.PLAIN, set))
                .contains("EvalTest.a\\u001b[2K", "golden/\\u202e\\n.jsonl")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void printsNothingWhereThereIsNothingOrNobodyWantsIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Configuration off = Configuration.of(
                key -> key.equals("junit.llm.console") ? Optional.of("off") : Optional.empty(), Map.of());
        new ConsoleReport(off, new PrintStream(bytes, true, UTF_8), Style.PLAIN)
                .print(List.of(capitals().decided()), TraceTotals.OFF);

        assertThat(bytes.toString(UTF_8)).isEmpty();
        assertThat(print(Style.PLAIN)).isEmpty();
    }

    private static FinishedSet capitals() {
        return FinishedSet.of("CapitalEvalTest", "answers", "golden/capitals.jsonl")
                .passed("france", 1)
                .missed("italy", 0)
                .passed("spain", 1)
                .passed("peru", 0.9);
    }

    private static String print(Style style, SetReport... sets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Configuration configuration = Configuration.of(key -> Optional.empty(), Map.of());
        new ConsoleReport(configuration, new PrintStream(bytes, true, UTF_8), style)
                .print(List.of(sets), TraceTotals.OFF);
        return bytes.toString(UTF_8);
    }
}
