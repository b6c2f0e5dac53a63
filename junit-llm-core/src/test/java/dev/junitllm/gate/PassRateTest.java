package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassRateTest {

    @ParameterizedTest
    @CsvSource({
        "55, 45, 0.55, PASS",
        "54, 46, 0.55, FAIL",
        "29, 71, 0.29, PASS",
        "57, 43, 0.57, PASS",
        "7, 93, 0.07, PASS",
        "1, 2, 0.3333333333333333, PASS",
        "1, 2, 0.33333333333333337, FAIL",
        "100, 0, 1, PASS",
        "99, 1, 1, FAIL",
        "1, 99, 0.01, PASS"
    })
    void meetsItsBarExactlyWithoutAnyRounding(int passed, int failed, double bar, VerdictStatus status) {
        RunSummary run = Runs.of("f1").with(passed, 1).with(failed, 0).end();

        assertThat(new PassRateGate(bar, "").decide(run).status()).isEqualTo(status);
    }

    @Test
    void saysWhatItCountedAndHowSureThatIs() {
        RunSummary run = Runs.of("f1").with(9, 1).with(1, 0).end();

        Verdict pass = new PassRateGate(0.9, "").decide(run);
        Verdict fail = new PassRateGate(0.95, "f1").decide(run);

        assertThat(pass.line())
                .isEqualTo(
                        "PASS @PassRate(atLeast = 0.9): 9 of 10 cases passed: 0.9, at least 0.9 (95% interval 0.555 to 0.997, Clopper–Pearson)");
        assertThat(fail.line())
                .isEqualTo(
                        "FAIL @PassRate(of = \"f1\", atLeast = 0.95): 9 of 10 cases reached the bar of f1: 0.9, below 0.95 (95% interval 0.555 to 0.997, Clopper–Pearson)");
    }

    @Test
    void neverShowsAMissRoundedUpToItsBar() {
        RunSummary run = Runs.of("f1").with(8999, 1).with(1001, 0).end();

        assertThat(new PassRateGate(0.9, "").decide(run).reason()).contains("0.8999, below 0.9 ");
    }

    @Test
    void leavesErrorsOutAndSaysSo() {
        RunSummary run = Runs.of("f1").with(80, 1).with(19, 0).errors(1).end();

        Verdict verdict = new PassRateGate(0.8, "").decide(run);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.reason())
                .startsWith("80 of 99 cases passed: 0.808, at least 0.8 ")
                .endsWith("; 1 error left out");
    }

    @Test
    void saysWhenAPassHangsOnTheErrors() {
        RunSummary run = Runs.of("f1").with(80, 1).with(20, 0).errors(2).end();

        assertThat(new PassRateGate(0.8, "").decide(run).reason())
                .endsWith(
                        "; 2 errors left out. This pass hangs on the 2 errors: counted as failures, it would be 0.784, below 0.8");
    }

    @Test
    void weighsEachCaseTheSameHoweverManyOfItsSamplesWereScored() {
        RunSummary run = Runs.sampled(2, "f1")
                .with(2, 1) // case 1: 2 of 2
                .with(1, 0)
                .errors(1) // case 2: 0 of 1
                .end();

        Verdict verdict = new PassRateGate(0.5, "").decide(run);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.estimate().value()).isEqualTo(0.5);
        assertThat(verdict.reason()).startsWith("2 of 3 samples of 2 cases passed: 0.5, at least 0.5");
        assertThat(new PassRateGate(0.51, "").decide(run).status()).isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void doesNotTakeSamplesOfOneCaseForIndependent() {
        RunSummary sampled = Runs.sampled(5, "f1").with(75, 1).with(25, 0).end(); // 15 cases always pass, 5 never
        RunSummary cases = Runs.of("f1").with(15, 1).with(5, 0).end();

        Verdict one = new PassRateGate(0.5, "").decide(sampled);
        Verdict other = new PassRateGate(0.5, "").decide(cases);

        assertThat(one.estimate().method()).isEqualTo("Korn–Graubard");
        assertThat(one.estimate().lower()).isLessThanOrEqualTo(other.estimate().lower() + 1e-9);
    }

    @Test
    void aMissOfAnotherScoreIsNoMissOfThisOne() {
        CaseScore f1 = CaseScore.held("f1", Score.of(1), Bar.atLeast(0.5));
        CaseScore exact = CaseScore.held("exact", Score.of(0), Bar.atLeast(1));
        RunSummary run = Runs.of("f1", "exact").with(4, f1, exact).end();

        assertThat(new PassRateGate(1, "f1").decide(run).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(new PassRateGate(0.1, "exact").decide(run).status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(new PassRateGate(0.1, "").decide(run).status()).isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void namesTheWorstCasesFirst() {
        RunSummary run = Runs.of("f1")
                .with(1, 0.4)
                .with(1, 1)
                .with(1, 0.1)
                .assertionsFailed(1)
                .errors(1)
                .end();

        List<String> deciding = new PassRateGate(0.9, "")
                .decide(run).deciding().stream().map(SampleResult::caseId).toList();

        assertThat(deciding).containsExactly("case-4", "case-3", "case-1", "case-5");
    }

    @Test
    void answersForEveryBarOrForTheOneItNames() {
        assertThat(new PassRateGate(0.9, "").answersFor().coverScore("any")).isTrue();
        assertThat(new PassRateGate(0.9, "").answersFor().coverAssertions()).isTrue();
        assertThat(new PassRateGate(0.9, "f1").answersFor().coverScore("f1")).isTrue();
        assertThat(new PassRateGate(0.9, "f1").answersFor().coverScore("any")).isFalse();
        assertThat(new PassRateGate(0.9, "f1").answersFor().coverAssertions()).isFalse();
    }
}
