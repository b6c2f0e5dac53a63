package dev.junitllm.report;

import static dev.junitllm.report.FinishedSet.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.CaseList;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.VerdictStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictMessagesTest {

    private static final String PATH = "/elsewhere/target/junit-llm/20261122-101500-7-1/summary.md";

    @Test
    void aFailedGateSaysEachVerdictAndWhereToReadOn() {
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl")
                .passed("one", 1)
                .missed("two", 0.25)
                .outOf(40)
                .verdict(VerdictStatus.PASS, "ErrorBudget", attributes("atMost", 0.1), Estimate.of(0), 0, "no errors")
                .verdict(VerdictStatus.FAIL, "PassRate", attributes("atLeast", 0.9), Estimate.of(0.5), 0, "1 of 2")
                .decided();

        assertThat(VerdictMessages.failed(set)).isEqualTo("""
                        EvalTest.answers: FAIL (golden/a.jsonl, 2 of 40 cases)
                          PASS @ErrorBudget(atMost = 0.1): no errors
                          FAIL @PassRate(atLeast = 0.9): 1 of 2
                          All cases and verdicts: %s""".formatted(PATH));
    }

    @Test
    void aBrokenRunSaysWhatIsBroken() {
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl")
                .passed("one", 1)
                .report(SetReport.Ending.BROKEN, "every case was skipped, so nothing was checked");

        assertThat(VerdictMessages.broken(set)).isEqualTo("""
                        EvalTest.answers: ERROR (golden/a.jsonl)
                          every case was skipped, so nothing was checked
                          All cases and verdicts: %s""".formatted(PATH));
    }

    @Test
    void resultsThatCouldNotBeShownAreAnErrorThatStillSaysTheVerdict() {
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl")
                .passed("one", 1)
                .verdict(VerdictStatus.PASS, "PassRate", attributes("atLeast", 0.9), Estimate.of(1), 0, "1 of 1")
                .decided();

        assertThat(VerdictMessages.notKept(set, "java.io.IOException: disk full"))
                .isEqualTo("""
                        EvalTest.answers: ERROR (golden/a.jsonl)
                          the results could not be written or shown: java.io.IOException: disk full
                          PASS @PassRate(atLeast = 0.9): 1 of 1""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "4 | 4 | 4 | 4 | 0 | ''",
                "4 | 4 | 1 | 1 | 0 | ''",
                "4 | 4 | 4 | 4 | 3 | ''",
                "4 | 4 | 4 | 4 | 4 | every case was skipped, so nothing was checked",
                "4 | 4 | 4 | 3 | 0 | incomplete: only 3 of 4 cases ended, so the gates were not asked",
                "4 | 2 | 2 | 2 | 0 | incomplete: JUnit asked for only 2 of 4 cases, so the gates were not asked",
                "4 | 4 | 0 | 0 | 0 | no case ran: those that were picked are not there any more"
            })
    void aRunIsBrokenWhereCasesAreMissing(
            int planned, int produced, int selected, int finished, int skipped, String broken) {
        assertThat(VerdictMessages.whatIsBroken(planned, produced, selected, finished, skipped))
                .isEqualTo(broken);
    }

    @Test
    void aPartialRunSaysHowPartialItWas() {
        assertThat(VerdictMessages.partial(1, 40)).isEqualTo("partial: gates not decided (1 of 40 cases were picked)");
    }

    @Test
    void showsWhatAVerdictWasDecidedByAndTheCasesItNames() {
        SetReport report = FinishedSet.of("CapitalEvalTest", "answers", "golden/capitals.jsonl")
                .passed("france", 1)
                .verdict(VerdictStatus.FAIL, "NoRegression", attributes("maxDrop", 0.05), Estimate.of(-0.5), 0, "worse")
                .figure("cases", 4)
                .figure("seed", 7L)
                .naming(new CaseList(
                        "newly failing",
                        List.of(CaseList.Entry.of("italy", "token-f1 0, was 1"), CaseList.Entry.of("peru", ""))))
                .naming(new CaseList(
                        "new",
                        IntStream.range(0, 12)
                                .mapToObj(i -> CaseList.Entry.of("n" + i, ""))
                                .toList()))
                .naming(new CaseList("missing", List.of()))
                .decided();

        assertThat(VerdictMessages.failed(report))
                .contains("""
                  FAIL @NoRegression(maxDrop = 0.05): worse
                    cases 4, seed 7
                    newly failing (2):
                      italy: token-f1 0, was 1
                      peru
                    new (12):
                      n0
                """)
                .contains("\n      n9\n      and 2 more\n")
                .doesNotContain("missing", "n10");
    }
}
