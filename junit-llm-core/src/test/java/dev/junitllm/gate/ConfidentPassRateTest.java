package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidentPassRateTest {

    private static final double CONFIDENCE = 0.95;

    @ParameterizedTest
    @CsvSource({
        // Clopper–Pearson: 96 of 100 shows 0.9, 95 doesn't; 84 of 100 shows that the rate is lower, 85 doesn't
        "96, 100, 0.9, PASS",
        "95, 100, 0.9, INCONCLUSIVE",
        "85, 100, 0.9, INCONCLUSIVE",
        "84, 100, 0.9, FAIL",
        // all pass: as many as the root of 0.05 says
        "29, 29, 0.9, PASS",
        "28, 28, 0.9, INCONCLUSIVE",
        "59, 59, 0.95, PASS",
        "58, 58, 0.95, INCONCLUSIVE",
        "14, 14, 0.8, PASS",
        "13, 13, 0.8, INCONCLUSIVE",
        "0, 4, 0.6, FAIL",
        "0, 3, 0.6, INCONCLUSIVE"
    })
    void passesOnlyWhereTheLowerBoundReachesTheBarAndFailsOnlyWhereTheUpperDoesNot(
            int passed, int cases, double bar, VerdictStatus status) {
        RunSummary run = Runs.of("f1").with(passed, 1).with(cases - passed, 0).end();

        assertThat(gate(bar).decide(run).status()).isEqualTo(status);
    }

    @Test
    void meetsABarThatIsExactlyWhatAPerfectRunShows() {
        // the square root of 0.01 and of 0.25
        assertThat(gate(0.1, 0.99).decide(Runs.of("f1").with(2, 1).end()).status())
                .isEqualTo(VerdictStatus.PASS);
        assertThat(gate(0.5, 0.75).decide(Runs.of("f1").with(2, 1).end()).status())
                .isEqualTo(VerdictStatus.PASS);
    }

    @Test
    void saysWhatTheCasesShow() {
        assertThat(gate(0.9).decide(Runs.of("f1").with(60, 1).end()).line())
                .isEqualTo(
                        "PASS @PassRate(atLeast = 0.9, confidence = 0.95): 60 of 60 cases passed: 1 (95% interval 0.94 to 1, Clopper–Pearson); at a confidence of 0.95 it is at least 0.951, so at least 0.9");
        assertThat(gate(0.9).decide(Runs.of("f1").with(20, 1).with(20, 0).end()).reason())
                .isEqualTo(
                        "20 of 40 cases passed: 0.5 (95% interval 0.338 to 0.662, Clopper–Pearson); at a confidence of 0.95 it is at most 0.639, below 0.9");
        assertThat(gate(0.9).decide(Runs.of("f1").with(37, 1).with(3, 0).end()).reason())
                .isEqualTo(
                        "37 of 40 cases passed: 0.925 (95% interval 0.796 to 0.984, Clopper–Pearson); at a confidence of 0.95 it lies between 0.817 and 0.979, so these cases can't tell whether it reaches 0.9");
    }

    @Test
    void countsSamplesOfACaseAsOneWhereTheyAgree() {
        RunSummary perfect = Runs.sampled(5, "f1").with(100, 1).end();
        RunSummary oneMissed = Runs.sampled(5, "f1").with(99, 1).with(1, 0).end();

        Verdict best = gate(0.86).decide(perfect);
        Verdict nearly = gate(0.86).decide(oneMissed);

        assertThat(best.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(best.estimate().bounds().lower()).isEqualTo(Math.pow(0.05, 1 / 20.0));
        assertThat(nearly.estimate().bounds().lower())
                .isLessThanOrEqualTo(best.estimate().bounds().lower());
        assertThat(nearly.estimate().bounds().method()).isEqualTo("Korn–Graubard, capped");
        assertThat(gate(0.87).decide(perfect).status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThat(nearly.reason()).contains(" (Korn–Graubard, capped)");
    }

    @Test
    void oneCaseAloneTellsNothingHoweverOftenItIsSampled() {
        RunSummary run = Runs.sampled(50, "f1").with(50, 1).end();

        assertThat(gate(0.5).decide(run).status()).isEqualTo(VerdictStatus.INCONCLUSIVE);
    }

    @Test
    void onlyWarnsWhereAskedTo() {
        Gate warning = new PassRateGate(new Demand(0.9, CONFIDENCE, Inconclusive.WARN), "");
        RunSummary unsure = Runs.of("f1").with(20, 1).end();
        RunSummary bad = Runs.of("f1").with(20, 0).end();

        assertThat(gate(0.9).decide(unsure).failsTheBuild()).isTrue();
        assertThat(warning.decide(unsure).failsTheBuild()).isFalse();
        assertThat(warning.decide(unsure).line())
                .startsWith(
                        "INCONCLUSIVE (only a warning) @PassRate(atLeast = 0.9, confidence = 0.95, inconclusive = WARN): ");
        assertThat(warning.decide(bad).failsTheBuild()).isTrue();
    }

    @Test
    void saysWhatTheErrorsCouldMakeOfTheVerdict() {
        RunSummary good = Runs.of("f1").with(96, 1).with(4, 0).errors(1).end();
        RunSummary unsure = Runs.of("f1").with(95, 1).with(5, 0).errors(3).end();
        RunSummary clear = Runs.of("f1").with(100, 1).errors(1).end();

        assertThat(gate(0.9).decide(good).reason())
                .endsWith(
                        "; 1 error left out. This pass hangs on the 1 error: counted as failures, it would be 0.95, INCONCLUSIVE");
        assertThat(gate(0.9).decide(unsure).reason())
                .endsWith(
                        "; 3 errors left out. This hangs on the 3 errors: counted as failures, it would be 0.922, INCONCLUSIVE; as passes, it would be 0.951, PASS");
        assertThat(gate(0.9).decide(clear).reason()).endsWith("; 1 error left out");
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 59, true",
        "0.95, 58, false",
        "0.9, 29, true",
        "0.9, 28, false",
        "0.8, 14, true",
        "1, 100000, false"
    })
    void knowsBeforehandWhetherEvenAPerfectRunWouldDo(double bar, int cases, boolean enough) {
        PlannedRun planned = new PlannedRun(cases, cases, 5);

        if (enough) {
            assertThatCode(() -> gate(bar).check(planned)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> gate(bar).check(planned)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysHowManyCasesAreNeeded() {
        assertThatThrownBy(() -> gate(0.95).check(new PlannedRun(20, 20, 1)))
                .hasMessage(
                        "even a perfect run can't show 0.95 with 20 cases at a confidence of 0.95; 59 are needed (or inconclusive = WARN, where it is enough to catch what is clearly too low)");
        assertThatThrownBy(() -> gate(0.95).check(new PlannedRun(12, 80, 1)))
                .hasMessageContaining("with 12 of 80 cases at");
        assertThatThrownBy(() -> gate(1).check(new PlannedRun(100, 100, 1)))
                .hasMessage(
                        "atLeast = 1: no number of cases can show that with a confidence of 0.95: lower the bar, or leave the confidence out to have the observed value decide");
    }

    @Test
    void mayBeTooFewCasesWhereItOnlyWarnsOrWhereTheObservedRateDecides() {
        PlannedRun one = new PlannedRun(1, 1, 1);

        assertThatCode(() -> new PassRateGate(0.95, "").check(one)).doesNotThrowAnyException();
        assertThatCode(() -> new PassRateGate(new Demand(0.95, CONFIDENCE, Inconclusive.WARN), "").check(one))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesConfidencesThatAreNone() {
        for (double wrong : new double[] {0.49, 1, 0, -1, 95}) {
            assertThatThrownBy(() -> Demand.of(0.9, wrong, Inconclusive.FAIL))
                    .hasMessage("confidence = %s: it must be at least 0.5 and lie below 1, such as 0.95", wrong);
        }
        assertThatCode(() -> Demand.of(0.9, 0.5, Inconclusive.WARN)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Demand.of(0.9, Double.NaN, Inconclusive.WARN))
                .hasMessage(
                        "inconclusive = WARN needs a confidence, such as 0.95: without one no verdict is INCONCLUSIVE");
        assertThatThrownBy(() -> Demand.of(0, CONFIDENCE, Inconclusive.FAIL)).hasMessageStartingWith("atLeast = 0.0");
    }

    @Test
    void describesWhatWasSet() {
        assertThat(new PassRateGate(Demand.of(0.9, 0.99, Inconclusive.WARN), "f1").describe())
                .isEqualTo(new GateDescription(
                        "PassRate",
                        Map.of("of", "f1", "atLeast", 0.9, "confidence", 0.99, "inconclusive", Inconclusive.WARN)));
        assertThat(new PassRateGate(0.9, "").describe().attributes()).containsOnlyKeys("atLeast");
    }

    private static Gate gate(double bar) {
        return gate(bar, CONFIDENCE);
    }

    private static Gate gate(double bar, double confidence) {
        return new PassRateGate(Demand.of(bar, confidence, Inconclusive.FAIL), "");
    }
}
