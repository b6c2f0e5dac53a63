package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import org.junit.jupiter.api.Test;

class ConfidentMeanScoreTest {

    @Test
    void passesWhereTheLowerBoundOfTheMeanReachesTheBar() {
        // 30 scores of 0.6 and 0.8 in turn: mean 0.7, standard deviation 0.1017, t(0.95; 29) 1.699, so 0.7 ± 0.0316
        RunSummary run = Runs.of("f1").with(15, 0.6).with(15, 0.8).end();

        assertThat(gate(0.66).decide(run).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(gate(0.68).decide(run).status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThat(gate(0.73).decide(run).status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThat(gate(0.74).decide(run).status()).isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void saysWhatTheCasesShow() {
        RunSummary run = Runs.of("f1").with(15, 0.6).with(15, 0.8).end();

        assertThat(gate(0.66).decide(run).line())
                .isEqualTo(
                        "PASS @MeanScore(of = \"f1\", atLeast = 0.66, confidence = 0.95): the mean f1 of 30 cases: 0.7 (95% interval 0.662 to 0.738, Student t); at a confidence of 0.95 it is at least 0.668, so at least 0.66");
    }

    @Test
    void isDecidedByABoundThatHoldsForAnyNumberWhereCasesAreFew() {
        Verdict few = gate(0.5).decide(Runs.of("f1").with(4, 0.9).with(4, 0.95).end());

        assertThat(few.estimate().bounds().method()).isNotIn("Student t", "BCa bootstrap");
        assertThat(few.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(gate(0.9)
                        .decide(Runs.of("f1").with(4, 0.9).with(4, 0.95).end())
                        .status())
                .isEqualTo(VerdictStatus.INCONCLUSIVE);
    }

    @Test
    void namesTheSeedOfABootstrap() {
        RunSummary skewed = Runs.of("f1").with(28, 0.9).with(2, 0.1).end();

        Verdict verdict = gate(0.5).decide(skewed);

        assertThat(verdict.estimate().bounds().method()).matches("BCa bootstrap, seed 0x[0-9a-f]{8}");
        assertThat(gate(0.5).decide(skewed)).isEqualTo(verdict);
    }

    @Test
    void oneCaseAloneIsInconclusiveAndSaysSo() {
        Verdict verdict = gate(0.5).decide(Runs.sampled(3, "f1").with(3, 1).end());

        assertThat(verdict.status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThat(verdict.reason()).endsWith(": 1; one case alone can't show 0.5");
        assertThatThrownBy(() -> gate(0.05).check(new PlannedRun(1, 1, 3)))
                .hasMessageContaining("with 1 case at a confidence of 0.95; 2 are needed");
    }

    @Test
    void showsOfAPerfectRunWhatItsPassRateWould() {
        RunSummary perfect = Runs.of("f1").with(29, 1).end();

        assertThat(gate(0.9).decide(perfect).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(gate(0.91).decide(perfect).status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThatCode(() -> gate(0.9).check(new PlannedRun(29, 29, 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate(0.9).check(new PlannedRun(28, 28, 1))).hasMessageContaining("29 are needed");
    }

    @Test
    void onlyWarnsWhereAskedTo() {
        Gate warning = new MeanScoreGate("f1", Demand.of(0.7, 0.95, Inconclusive.WARN));

        Verdict verdict =
                warning.decide(Runs.of("f1").with(15, 0.6).with(15, 0.8).end());

        assertThat(verdict.warns()).isTrue();
        assertThat(warning.describe().asWritten())
                .isEqualTo("@MeanScore(of = \"f1\", atLeast = 0.7, confidence = 0.95, inconclusive = WARN)");
    }

    private static Gate gate(double bar) {
        return new MeanScoreGate("f1", Demand.of(bar, 0.95, Inconclusive.FAIL));
    }
}
