package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectableDropTest {

    private static final double ALPHA = 1.6448536269514722;
    private static final double BETA = 0.8416212335729143;

    /** The inverse of the sample size for pairs: 246 cases for 0.05 with a tenth of them changing. */
    @Test
    void seesWhatTheSampleSizeWasPlannedFor() {
        assertThat(DetectableDrop.ofPairs(246, 0.1, 0.95).orElseThrow().drop()).isCloseTo(0.05, within(1e-4));
        assertThat(DetectableDrop.ofPairs(245, 0.1, 0.95).orElseThrow().drop()).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @CsvSource({"20,0.15", "40,0.15", "40,0", "200,0.3"})
    void solvesTheFormulaForPairs(long cases, double discordance) {
        double drop =
                DetectableDrop.ofPairs(cases, discordance, 0.95).orElseThrow().drop();
        double changed = Math.max(drop, discordance);
        double needed = ALPHA * Math.sqrt(changed) + BETA * Math.sqrt(changed - drop * drop);

        assertThat(drop * Math.sqrt(cases)).isCloseTo(needed, within(1e-9));
        assertThat(drop).isBetween(0.05, 0.35);
    }

    @Test
    void cannotSee5PointsWith40Cases() {
        assertThat(DetectableDrop.ofPairs(40, DetectableDrop.DISCORDANCE, 0.95)
                        .orElseThrow()
                        .drop())
                .isCloseTo(0.149, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"0.9,50", "0.5,20", "0.95,300", "0.99,30"})
    void solvesTheFormulaForABar(double bar, double size) {
        double drop = DetectableDrop.belowBar(bar, size, 0.95).orElseThrow().drop();
        double now = bar - drop;

        assertThat(drop * Math.sqrt(size))
                .isCloseTo(ALPHA * Math.sqrt(bar * (1 - bar)) + BETA * Math.sqrt(now * (1 - now)), within(1e-9));
    }

    @Test
    void seesAnyFailureBelowABarOfOne() {
        assertThat(DetectableDrop.belowBar(1, 20, 0.95).orElseThrow().drop())
                .isCloseTo(BETA * BETA / (20 + BETA * BETA), within(1e-9));
    }

    @Test
    void seesNothingWithHardlyAnyCases() {
        assertThat(DetectableDrop.ofPairs(2, 0.15, 0.95)).isEmpty();
        assertThat(DetectableDrop.ofPairs(3, 0.15, 0.95)).isPresent();
        assertThat(DetectableDrop.belowBar(0.1, 20, 0.95)).isEmpty();
        assertThat(DetectableDrop.belowBar(0, 20, 0.95)).isEmpty();
        assertThat(DetectableDrop.belowBar(0.5, MeanInterval.of(0, 1), 0.95)).isEmpty();
    }

    @Test
    void followsTheSpreadOfScores() {
        MeanInterval scores = MeanInterval.of(0.4, 0.5, 0.6, 0.5, 0.5, 0.4, 0.6);
        PairedScores pairs = PairedScores.of(new double[] {0.5, 0.6, 0.7, 0.8}, new double[] {0.6, 0.5, 0.8, 0.7});

        assertThat(DetectableDrop.belowBar(0.5, scores, 0.95).orElseThrow().drop())
                .isCloseTo((ALPHA + BETA) * scores.standardError(), within(1e-12));
        assertThat(DetectableDrop.ofPairs(pairs, 0.95).orElseThrow().drop())
                .isCloseTo((ALPHA + BETA) * pairs.standardDeviation() / 2, within(1e-12));
        assertThat(DetectableDrop.ofPairs(100, 3, 0.02, 0.04, 0.95)
                        .orElseThrow()
                        .drop())
                .isCloseTo((ALPHA + BETA) * Math.sqrt((0.02 + 0.08 / 3) / 100), within(1e-12));
    }

    @Test
    void doesNotTakeEqualScoresForCertainty() {
        double[] same = new double[40];
        Arrays.fill(same, 0.8);

        assertThat(DetectableDrop.ofPairs(PairedScores.of(same, same), 0.95))
                .isEqualTo(DetectableDrop.ofPairs(40, 0, 0.95));
        assertThat(DetectableDrop.belowBar(0.7, MeanInterval.of(same), 0.95))
                .isEqualTo(DetectableDrop.belowBar(0.7, 40, 0.95));
    }

    @Test
    void seesLessOfDifferentCasesThanOfTheSame() {
        int[] passes = new int[100];
        Arrays.fill(passes, 0, 90, 1);
        int[] ones = new int[100];
        Arrays.fill(ones, 1);
        ClusteredRate baseline = ClusteredRate.of(passes, ones);
        DetectableDrop unpaired = DetectableDrop.unpaired(baseline, 100, 0.95).orElseThrow();

        assertThat(unpaired.drop())
                .isGreaterThan(
                        DetectableDrop.ofPairs(100, 0.1, 0.95).orElseThrow().drop());
        assertThat(unpaired.drop())
                .isCloseTo(
                        ALPHA * Math.sqrt(0.09 / 50)
                                + BETA
                                        * Math.sqrt(
                                                0.09 / 100 + (0.9 - unpaired.drop()) * (0.1 + unpaired.drop()) / 100),
                        within(1e-9));
        assertThat(unpaired.power()).isEqualTo(0.8);
        assertThat(unpaired.size()).isCloseTo(50, within(1e-9));
    }

    @Test
    void refusesWhatIsNoDrop() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectableDrop("none", 1.5, 1, 0.95, 0.8))
                .withMessage("a drop lies from 0 to 1, unlike 1.5");
    }
}
