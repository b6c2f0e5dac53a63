package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.PassAtK;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfKTest {

    /** Cases of 4 samples each, of which so many pass. */
    private static RunSummary run(int... passed) {
        Runs runs = Runs.sampled(4, "token-f1");
        for (int passes : passed) {
            runs.with(passes, 1).with(4 - passes, 0);
        }
        return runs.end();
    }

    private static Verdict decide(OfK which, int k, double atLeast, RunSummary run) {
        return OfKGate.of(which, k, atLeast, "").decide(run);
    }

    @Test
    void ofAllSetsOfKSamplesItCountsThoseThatPass() {
        // pass@2: 1, 1, 1 - C(3,2)/C(4,2) = 0.5, 0; pass^2: 1, C(3,2)/C(4,2) = 0.5, 0, 0
        RunSummary run = run(4, 3, 1, 0);

        assertThat(decide(OfK.ANY, 2, 0.625, run).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(decide(OfK.ANY, 2, 0.626, run).status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(decide(OfK.ALL, 2, 0.375, run).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(decide(OfK.ALL, 2, 0.376, run).status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(decide(OfK.ANY, 2, 0.7, run).reason())
                .startsWith("pass@2 of 4 cases: 0.625, below 0.7 (95% interval 0 to 1, Student t)");
        assertThat(decide(OfK.ALL, 2, 0.3, run).reason()).startsWith("pass^2 of 4 cases: 0.375, at least 0.3");
    }

    @Test
    void ofOneSampleBothAreThePassRate() {
        RunSummary run = run(4, 3, 1, 0, 2);

        for (OfK which : OfK.values()) {
            assertThat(decide(which, 1, 0.5, run).status()).isEqualTo(VerdictStatus.PASS);
            assertThat(decide(which, 1, 0.5001, run).status()).isEqualTo(VerdictStatus.FAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 1", "10, 8, 3", "5, 0, 3", "5, 5, 5", "50, 31, 20", "7, 6, 7"})
    void agreesWithTheStatistics(int samples, int passed, int k) {
        double sets = OfK.choose(samples, k).doubleValue();

        assertThat(OfK.ANY.draws(samples, passed, k).doubleValue() / sets)
                .isCloseTo(PassAtK.estimate(samples, passed, k).orElseThrow(), within(1e-12));
        assertThat(OfK.ALL.draws(samples, passed, k).doubleValue() / sets)
                .isCloseTo(PassAtK.all(samples, passed, k).orElseThrow(), within(1e-12));
    }

    @Test
    void countsSetsExactly() {
        assertThat(OfK.choose(5, 2)).isEqualTo(BigInteger.TEN);
        assertThat(OfK.choose(50, 25)).isEqualTo(new BigInteger("126410606437752"));
        assertThat(OfK.choose(2, 3)).isZero();
    }

    @Test
    void aMeanThatIsTheBarReachesIt() {
        // a third of C(3, 2) = 1/3 each: as doubles the mean falls short of what is written
        Runs runs = Runs.sampled(3, "token-f1");
        for (int i = 0; i < 30; i++) {
            runs.with(2, 1).with(1, 0);
        }
        RunSummary run = runs.end();

        assertThat(decide(OfK.ALL, 2, 0.3333333333333333, run).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(decide(OfK.ALL, 2, 0.33333333333333337, run).status()).isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void errorsAreNoSamplesAndACaseWithTooFewIsLeftOut() {
        RunSummary run = Runs.sampled(4, "token-f1")
                .with(4, 1)
                .with(3, 1)
                .errors(1)
                .with(2, 1)
                .errors(2)
                .end();

        Verdict verdict = decide(OfK.ALL, 3, 0.9, run);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.reason())
                .startsWith("pass^3 of 2 cases: 1, at least 0.9")
                .contains("; 1 case with fewer than 3 scored samples left out; 3 errors left out")
                .endsWith("This pass hangs on the 3 errors: counted as failures, it would be 0.417, below 0.9");
    }

    @Test
    void nothingCanBeSaidWhereNoCaseHasEnough() {
        RunSummary run = Runs.sampled(2, "token-f1").with(1, 1).errors(1).end();

        Verdict verdict = decide(OfK.ANY, 2, 0.1, run);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.reason())
                .isEqualTo("no case has 2 samples that could be scored, so there is nothing to judge");
    }

    @Test
    void namesFlakyCasesThoseNearestToOneHalfFirst() {
        Verdict verdict = decide(OfK.ALL, 2, 0.9, run(4, 3, 0, 2));

        assertThat(verdict.lists()).singleElement().satisfies(list -> {
            assertThat(list.title()).isEqualTo("flaky");
            assertThat(list.entries())
                    .extracting(entry -> entry.caseId() + ": " + entry.remark())
                    .containsExactly("case-4: 2 of 4 passed", "case-2: 3 of 4 passed");
        });
    }

    @Test
    void moreThanThereAreSamplesIsRefused() {
        assertThatThrownBy(() -> OfKGate.of(OfK.ANY, 5, 0.9, "").check(new PlannedRun(40, 40, 3)))
                .hasMessage("k = 5 needs at least 5 samples of each case, and there are 3: write @Samples(5) or more");
        assertThatThrownBy(() -> OfKGate.of(OfK.ANY, 2, 0.9, "").check(new PlannedRun(40, 40, 1)))
                .hasMessage("k = 2 needs at least 2 samples of each case, and there is 1: write @Samples(2) or more");
        assertThatThrownBy(() -> OfKGate.of(OfK.ANY, 0, 0.9, "")).hasMessage("k = 0: it must be at least 1");
    }
}
