package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateFeasibilityTest {

    /** The rule of three: about 3/(1 − bar) cases without a failure. */
    @ParameterizedTest
    @CsvSource({"0.8,14", "0.9,29", "0.95,59", "0.99,299", "0.999,2995", "0.05,1", "0.04,1", "0,1"})
    void knowsTheFewestCasesOfWhichAllMustPass(double bar, long fewest) {
        assertThat(RateFeasibility.fewestCases(bar, 0.95)).hasValue(fewest);
    }

    @Test
    void knowsThatNoNumberOfCasesShowsCertainty() {
        assertThat(RateFeasibility.fewestCases(1, 0.95)).isEmpty();
        assertThat(RateFeasibility.fewestSuccesses(BinomialInterval.CLOPPER_PEARSON, 1000, 1, 0.95))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.99,2", "0.1,0.9,1", "0.2,0.96,2", "0.3,0.91,2", "0.3,0.973,3", "0.5,0.75,2", "0.4,0.936,3"})
    void meetsABarThatIsTheExactRoot(double bar, double confidence, long cases) {
        assertThat(RateFeasibility.bestLower(cases, confidence)).isEqualTo(bar);
        assertThat(RateFeasibility.fewestCases(bar, confidence)).hasValue(cases);
    }

    @Test
    void agreesWithTheGateAboutAPerfectRun() {
        for (double bar = 0.5; bar < 0.99; bar += 0.013) {
            int fewest = (int) RateFeasibility.fewestCases(bar, 0.95).orElseThrow();

            assertThat(perfect(fewest, 3).demonstrated(0.95).lower()).isGreaterThanOrEqualTo(bar);
            assertThat(perfect(fewest - 1, 3).demonstrated(0.95).lower()).isLessThan(bar);
        }
    }

    @Test
    void boundsWhatARunCanShow() {
        assertThat(RateFeasibility.bestLower(20, 0.95)).isCloseTo(0.8608916593317348, within(1e-12));
        assertThat(RateFeasibility.worstUpper(20, 0.95)).isCloseTo(1 - 0.8608916593317348, within(1e-12));
        assertThat(RateFeasibility.bestLower(1, 0.95)).isEqualTo(0.05);
    }

    @Test
    void knowsTheFewestSuccesses() {
        assertThat(RateFeasibility.fewestSuccesses(BinomialInterval.CLOPPER_PEARSON, 100, 0.9, 0.95))
                .hasValue(96);
        assertThat(RateFeasibility.fewestSuccesses(BinomialInterval.WILSON, 100, 0.9, 0.95))
                .hasValue(95);
        assertThat(RateFeasibility.fewestSuccesses(BinomialInterval.CLOPPER_PEARSON, 58, 0.95, 0.95))
                .isEmpty();
        assertThat(RateFeasibility.fewestSuccesses(BinomialInterval.CLOPPER_PEARSON, 59, 0.95, 0.95))
                .hasValue(59);
        assertThat(RateFeasibility.fewestSuccesses(BinomialInterval.CLOPPER_PEARSON, 10, 0, 0.95))
                .hasValue(0);
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateFeasibility.fewestCases(1.1, 0.95))
                .withMessage("a rate to show lies from 0 to 1, unlike 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateFeasibility.bestLower(0, 0.95))
                .withMessage("at least one case is needed, unlike 0");
        assertThatIllegalArgumentException().isThrownBy(() -> RateFeasibility.worstUpper(5, 1));
    }

    private static ClusteredRate perfect(int cases, int samples) {
        int[] all = new int[cases];
        java.util.Arrays.fill(all, samples);
        return ClusteredRate.of(all, all);
    }
}
