package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleSizesTest {

    /** z of 0.05 and of 0.2: 1.6449 and 0.8416, whose sum squared is 6.1826. */
    private static final double SQUARED = 6.1826;

    private static final SamplingNoise NONE = new SamplingNoise(0, 1);

    @Test
    void needsFewerCasesToSeeALargerDrop() {
        // (1.6449 · 0.3 + 0.8416 · 0.4)² / 0.01
        assertThat(SampleSizes.rate(0.9, 0.8, 0.05, 0.8).cases()).isEqualTo(69);
        assertThat(SampleSizes.rate(0.9, 0.7, 0.05, 0.8).cases()).isEqualTo(20);
    }

    @Test
    void countsDiscordantCasesOnly() {
        // δ = ψ: all differences go one way; (1.6449√0.1 + 0.8416 · 0.3)² / 0.01
        assertThat(SampleSizes.pairedRates(0.1, 0.1, 0.05, 0.8).unrounded()).isCloseTo(59.69, within(0.05));
        assertThat(SampleSizes.nonInferiorRates(0.2, 0.1, 0.05, 0.8).unrounded())
                .isCloseTo(SQUARED * 20, within(0.01));
    }

    @Test
    void agreesWithMillersExample() {
        // Adding Error Bars to Evals, section 5: ω² = 1/9, σ² = 1/6, K = 10, δ = 0.03
        SamplingNoise ten = new SamplingNoise(1 / 6.0, 10);

        assertThat(SampleSizes.pairedMeans(1 / 9.0, ten, ten, 0.03, 0.05, 0.8).cases())
                .isEqualTo(1260);
        assertThat(SampleSizes.nonInferiorMeans(0.3, 0.1, 0.05, 0.8).unrounded())
                .isCloseTo(SQUARED * 9, within(0.01));
    }

    @Test
    void roundsUpButForRounding() {
        assertThat(new SampleSize("any", Map.of(), 12.0000001).cases()).isEqualTo(13);
        assertThat(new SampleSize("any", Map.of(), 12 + 1e-12).cases()).isEqualTo(12);
        assertThat(new SampleSize("any", Map.of(), 0.2).cases()).isEqualTo(1);
    }

    @Test
    void keepsItsInputsInOrder() {
        SampleSize size = SampleSizes.rate(0.9, 0.8, 0.05, 0.8).times(1.5);

        assertThat(size.inputs().keySet())
                .containsExactly("given rate", "actual rate", "alpha", "power", "design effect");
        assertThat(size.inputs()).containsEntry("actual rate", 0.8);
        assertThat(size.method()).isEqualTo("one rate, normal approximation");
        assertThat(size.unrounded())
                .isCloseTo(1.5 * SampleSizes.rate(0.9, 0.8, 0.05, 0.8).unrounded(), within(1e-9));
    }

    @Test
    void seesWhatItWasPlannedToSee() {
        long paired = SampleSizes.pairedRates(0.15, 0.08, 0.05, 0.8).cases();
        long single = SampleSizes.rate(0.9, 0.82, 0.05, 0.8).cases();

        assertThat(DetectableDifferences.ofPairedRates(paired, 0.15, 0.05, 0.8)).hasValueCloseTo(0.08, within(0.0005));
        assertThat(DetectableDifferences.ofRate(single, 0.9, 0.05, 0.8)).hasValueCloseTo(0.08, within(0.001));
        // √(6.1826 · (0.03 + 2 · 0.02/4)/100)
        assertThat(DetectableDifferences.ofPairedMeans(100, 0.03, new SamplingNoise(0.02, 4), 0.05, 0.8))
                .isCloseTo(0.04973, within(1e-5));
    }

    @Test
    void knowsWhatItCantSee() {
        assertThat(DetectableDifferences.ofPairedRates(10, 0.1, 0.05, 0.8)).isEmpty();
        assertThat(DetectableDifferences.ofRate(1, 0.5, 0.05, 0.8)).isEmpty();
        assertThat(DetectableDifferences.ofPairedMeans(10, 0, NONE, 0.05, 0.8)).isZero();
    }

    @Test
    void weighsSamplesAgainstCases() {
        assertThat(SamplingNoise.bestSamplesPerCase(0.04, 0.01, 1, 1)).isCloseTo(2, within(1e-12));
        assertThat(SamplingNoise.bestSamplesPerCase(0, 0.01, 1, 1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> SamplingNoise.bestSamplesPerCase(0.04, 0, 1, 1));
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSizes.rate(0.9, 0.9, 0.05, 0.8))
                .withMessage("no size tells a rate from itself: 0.9");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSizes.rate(1, 0.9, 0.05, 0.8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSizes.pairedRates(0.1, 0.2, 0.05, 0.8))
                .withMessage("drop lies above 0.0 and is at most 0.1, unlike 0.2");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSizes.pairedMeans(0, NONE, NONE, 0.1, 0.05, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSizes.nonInferiorRates(0.1, 0, 0.05, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSizes.nonInferiorMeans(0, 0.1, 0.05, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> new SamplingNoise(0.1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSizes.rate(0.9, 0.8, 0.05, 0.8).times(0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> DetectableDifferences.ofRate(0, 0.5, 0.05, 0.8));
    }
}
