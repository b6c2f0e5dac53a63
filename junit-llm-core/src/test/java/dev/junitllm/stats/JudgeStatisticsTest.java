package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Correlations, α, corrected rates, votes and grades, by hand. */
class JudgeStatisticsTest {

    private static final double NONE = Double.NaN;

    @Test
    void correlatesNumbersAndRanks() {
        double[] one = {1, 2, 3, 10};
        double[] other = {1, 3, 2, 100};

        // ranks 1 2 3 4 and 1 3 2 4: ρ = 1 − 6 · 2 / (4 · 15); five pairs of six in order
        assertThat(Correlation.SPEARMAN.of(one, other)).hasValueCloseTo(0.8, within(1e-12));
        assertThat(Correlation.KENDALL.of(one, other)).hasValueCloseTo(4 / 6.0, within(1e-12));
        assertThat(Correlation.PEARSON.of(one, new double[] {-2, -4, -6, -20})).hasValue(-1);
        // one pair is tied in one list: 5 / √(5 · 6)
        assertThat(Correlation.KENDALL.of(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 4}))
                .hasValueCloseTo(5 / Math.sqrt(30), within(1e-12));
    }

    @Test
    void doesNotCorrelateWhatDoesNotVary() {
        assertThat(Correlation.SPEARMAN.of(new double[] {1, 1}, new double[] {1, 2}))
                .isEmpty();
        assertThat(Correlation.PEARSON.of(new double[] {1}, new double[] {1})).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.KENDALL.of(new double[1], new double[2]))
                .withMessage("each item needs two numbers, unlike 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.KENDALL.of(new double[] {NONE}, new double[1]));
    }

    /** Krippendorff 2011, section B: two raters, ten items, α = 0.095. */
    @Test
    void agreesWithKrippendorff() {
        double[][] ratings = {{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}};

        assertThat(KrippendorffAlpha.NOMINAL.of(ratings)).hasValueCloseTo(0.095, within(5e-4));
        assertThat(KrippendorffAlpha.INTERVAL.of(ratings)).hasValueCloseTo(0.095, within(5e-4));
        assertThat(KrippendorffAlpha.ORDINAL.of(ratings)).hasValueCloseTo(0.095, within(5e-4));
    }

    @Test
    void leavesOutItemsThatOneRaterRated() {
        double[][] with = {{1, 2, 3, 4}, {1, 2, 2, NONE}};
        double[][] without = {{1, 2, 3}, {1, 2, 2}};

        assertThat(KrippendorffAlpha.INTERVAL.of(with)).isEqualTo(KrippendorffAlpha.INTERVAL.of(without));
        assertThat(KrippendorffAlpha.ORDINAL.of(with)).isEqualTo(KrippendorffAlpha.ORDINAL.of(without));
        assertThat(KrippendorffAlpha.NOMINAL.of(new double[][] {{1, 1}, {1, 1}}))
                .isEmpty();
        assertThat(KrippendorffAlpha.NOMINAL.of(new double[0][])).isEmpty();
        assertThat(KrippendorffAlpha.NOMINAL.of(new double[][] {{1, NONE}, {NONE, 2}}))
                .isEmpty();
        assertThat(KrippendorffAlpha.NOMINAL.of(new double[][] {{-0.0, 1}, {0.0, 1}}))
                .hasValue(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KrippendorffAlpha.NOMINAL.of(new double[][] {{1}, {1, 2}}));
    }

    @Test
    void correctsTheRateOfAJudgeThatErrs() {
        // a true rate of 0.6 comes out as 0.6 · 0.9 + 0.4 · 0.2 = 0.62
        CorrectedRate rate = new CorrectedRate(0.62, 1_000, 0.9, 200, 0.8, 200);

        assertThat(rate.estimate()).hasValueCloseTo(0.6, within(1e-12));
        assertThat(rate.youden()).isCloseTo(0.7, within(1e-12));
        assertThat(rate.youdenLower(0.95)).isBetween(0.6, 0.66);
        assertThat(rate.langReiczigel(0.95).lower()).isBetween(0.5, 0.6);
        assertThat(rate.langReiczigel(0.95).upper()).isBetween(0.6, 0.7);
        assertThat(new CorrectedRate(0.05, 100, 0.9, 50, 0.8, 50).estimate()).hasValue(0);
        assertThat(new CorrectedRate(1, 100, 0.9, 50, 0.8, 50).estimate()).hasValue(1);
        assertThat(new CorrectedRate(1, 100, 0.9, 50, 0.8, 50)
                        .langReiczigel(0.95)
                        .upper())
                .isEqualTo(1);
    }

    @Test
    void doesNotCorrectAJudgeThatTossesCoins() {
        CorrectedRate coin = new CorrectedRate(0.5, 100, 0.5, 50, 0.5, 50);

        assertThat(coin.estimate()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> coin.langReiczigel(0.95))
                .withMessage("a judge no better than chance can't be corrected: sensitivity 0.5, specificity 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new CorrectedRate(0.5, 0, 0.5, 50, 0.5, 50));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrectedRate(1.5, 9, 0.5, 50, 0.5, 50))
                .withMessage("a share lies from 0 to 1, unlike 1.5");
    }

    @Test
    void takesPeopleAloneWhereTheJudgeSaysNothing() {
        double[] human = {1, 0, 1, 1};
        PredictionPoweredMean mean =
                PredictionPoweredMean.tuned(human, new double[] {0.5, 0.5, 0.5, 0.5}, new double[] {0.5, 0.5, 0.5});

        assertThat(mean.lambda()).isZero();
        assertThat(mean.estimate()).isEqualTo(0.75);
        assertThat(mean.standardError()).isCloseTo(mean.classicalError(), within(1e-15));
    }

    @Test
    void usesAJudgeThatIsAlwaysRight() {
        // with λ = 1 and no difference on the labelled items the judge's mean of the rest stands
        PredictionPoweredMean mean =
                PredictionPoweredMean.of(new double[] {1, 0, 1}, new double[] {1, 0, 1}, new double[] {1, 1, 0, 0}, 1);

        assertThat(mean.estimate()).isEqualTo(0.5);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(1 / 3.0 / 4), within(1e-12));
        // a judge that is always wrong counts for nothing, rather than against
        assertThat(PredictionPoweredMean.tuned(new double[] {1, 0, 1}, new double[] {0, 1, 0}, new double[] {0, 1})
                        .lambda())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionPoweredMean.tuned(new double[1], new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionPoweredMean.of(new double[2], new double[2], new double[2], 2))
                .withMessage("λ lies from 0 to 1, unlike 2.0");
    }

    @Test
    void knowsWhatAMajorityIsWorth() {
        assertThat(MajorityVote.accuracyIfIndependent(0.9, 3)).isCloseTo(0.972, within(1e-12));
        assertThat(MajorityVote.accuracyIfIndependent(0.9, 1)).isCloseTo(0.9, within(1e-12));
        assertThat(MajorityVote.accuracyIfIndependent(0.5, 5)).isCloseTo(0.5, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MajorityVote.accuracyIfIndependent(0.9, 2))
                .withMessage("an odd number of votes has a majority, unlike 2");
        assertThatIllegalArgumentException().isThrownBy(() -> MajorityVote.accuracyIfIndependent(1.1, 3));
    }

    @Test
    void readsTheMeanGrade() {
        LogprobGrade grade = LogprobGrade.of(
                        Map.of("4", Math.log(0.2), " 4", Math.log(0.1), "5", Math.log(0.3), "Four", Math.log(0.4)),
                        1,
                        5)
                .orElseThrow();

        assertThat(grade.mass()).isCloseTo(0.6, within(1e-12));
        assertThat(grade.expected()).isCloseTo(4.5, within(1e-12));
        assertThat(grade.variance()).isCloseTo(0.25, within(1e-12));
        assertThat(grade.score()).isCloseTo(0.875, within(1e-12));
        assertThat(LogprobGrade.of(Map.of("6", 0.0, "no", -1.0), 1, 5)).isEmpty();
        assertThat(LogprobGrade.of(Map.of("2", -1.0, "3", -1.0), 1, 5)
                        .orElseThrow()
                        .mode())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogprobGrade.of(Map.of(), 5, 5))
                .withMessage("a scale has at least two grades, unlike 5 to 5");
    }
}
