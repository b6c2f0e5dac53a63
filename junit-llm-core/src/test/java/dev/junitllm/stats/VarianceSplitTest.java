package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VarianceSplitTest {

    /** By hand: cases 1, 3 and 5, 7: means 2 and 6, mean squares 16 and 2, so that σ² is (16 − 2)/2 and 2. */
    @Test
    void splitsBetweenCasesAndSamples() {
        VarianceSplit split =
                VarianceSplit.ofSamples(new double[][] {{1, 3}, {5, 7}}).orElseThrow();

        assertThat(split.meanSquareOfCases()).isCloseTo(16, within(1e-12));
        assertThat(split.meanSquareOfSamples()).isCloseTo(2, within(1e-12));
        assertThat(split.caseVariance()).isCloseTo(7, within(1e-12));
        assertThat(split.sampleVariance()).isCloseTo(2, within(1e-12));
        assertThat(split.voteVariance()).isEmpty();
        assertThat(split.intraclassCorrelation()).isCloseTo(14 / 18.0, within(1e-12));
        assertThat(split.designEffect()).isCloseTo(1 + 14 / 18.0, within(1e-12));
    }

    /** By hand: votes differ by ±1 about their sample, samples by ±2 about their case, cases by ±4. */
    @Test
    void splitsBetweenCasesSamplesAndVotes() {
        double[][][] votes = {{{1, 3}, {5, 7}}, {{9, 11}, {13, 15}}};
        VarianceSplit split = VarianceSplit.ofVotes(votes).orElseThrow();

        // mean squares: votes 8·1/4 = 2, samples 8·4/2 = 16, cases 8·16/1 = 128
        assertThat(split.voteVariance()).hasValueCloseTo(2.0, within(1e-12));
        assertThat(split.sampleVariance()).isCloseTo((16 - 2) / 2.0, within(1e-12));
        assertThat(split.caseVariance()).isCloseTo((128 - 16) / 4.0, within(1e-12));
        assertThat(split.samplesPerCase()).isEqualTo(2);
    }

    @Test
    void findsTheVariancesItWasMadeOfWithUnequalNumbers() {
        Random random = new Random(4);
        double[][][] scores = new double[3_000][][];
        for (int i = 0; i < scores.length; i++) {
            double ofCase = 3 * random.nextGaussian();
            scores[i] = new double[1 + i % 4][];
            for (int j = 0; j < scores[i].length; j++) {
                double ofSample = ofCase + 2 * random.nextGaussian();
                scores[i][j] = new double[1 + (i + j) % 3];
                for (int v = 0; v < scores[i][j].length; v++) {
                    scores[i][j][v] = ofSample + random.nextGaussian();
                }
            }
        }
        VarianceSplit split = VarianceSplit.ofVotes(scores).orElseThrow();

        assertThat(split.caseVariance()).isCloseTo(9, within(0.5));
        assertThat(split.sampleVariance()).isCloseTo(4, within(0.2));
        assertThat(split.voteVariance()).hasValueCloseTo(1.0, within(0.05));
    }

    @Test
    void givesNoVarianceBelowZero() {
        VarianceSplit split =
                VarianceSplit.ofSamples(new double[][] {{0, 1}, {1, 0}}).orElseThrow();

        assertThat(split.caseVariance()).isZero();
        assertThat(split.intraclassCorrelation()).isEqualTo(-1);
        assertThat(split.designEffect()).isZero();
    }

    @Test
    void tellsNothingWhereNothingDiffers() {
        VarianceSplit split =
                VarianceSplit.ofSamples(new double[][] {{1, 1}, {1, 1}}).orElseThrow();

        assertThat(split.intraclassCorrelation()).isNaN();
        assertThat(split.designEffect()).isEqualTo(1);
        assertThat(split.caseVariance()).isZero();
    }

    @Test
    void refusesACaseWithoutSamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceSplit.ofSamples(new double[][] {{1}, {}}))
                .withMessage("every case has a sample, and every sample a vote");
        assertThatIllegalArgumentException().isThrownBy(() -> VarianceSplit.ofVotes(new double[][][] {{{1}, {}}}));
    }
}
