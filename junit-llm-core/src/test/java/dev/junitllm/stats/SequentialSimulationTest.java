package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the errors are as seldom, and the samples as few, as is said, by drawing them. */
@Tag("slow")
class SequentialSimulationTest {

    private static final int RUNS = 10_000;
    private static final SequentialDesign DESIGN = SequentialDesign.strict(0.9, 0.95, 0.95, 894);

    @ParameterizedTest
    @CsvSource({
        "1, 0.9, 147", "1, 0.95, 172", "1, 1, 60", "1, 0.85, 60",
        "8, 0.9, 160", "8, 0.95, 185", "8, 1, 60", "8, 0.85, 66",
    })
    void keepsErrorsSeldomAndSamplesFew(int batch, double rate, double mostSamples) {
        RandomGenerator random = random(1);
        int passes = 0;
        int failures = 0;
        long samples = 0;
        for (int run = 0; run < RUNS; run++) {
            SequentialState state = SequentialState.begin(DESIGN);
            while (!state.decision().isFinal()) {
                int size = Math.min(batch, DESIGN.cap() - state.samples());
                int passed = 0;
                for (int i = 0; i < size; i++) {
                    passed += random.nextDouble() < rate ? 1 : 0;
                }
                state = state.add(passed, size - passed);
            }
            passes += state.decision() == SequentialDecision.PASS ? 1 : 0;
            failures += state.decision() == SequentialDecision.FAIL ? 1 : 0;
            samples += state.samples();
        }

        assertThat(samples / (double) RUNS).isLessThanOrEqualTo(mostSamples);
        assertThat(RUNS - passes - failures).isLessThanOrEqualTo((int) (0.025 * RUNS));
        if (rate <= DESIGN.bad()) {
            assertThat(passes / (double) RUNS).isLessThanOrEqualTo(0.055);
        }
        if (rate >= DESIGN.good()) {
            assertThat(failures / (double) RUNS).isLessThanOrEqualTo(0.055);
        }
    }

    /** Eighteen cases always pass, two never; orders are drawn anew for each round. */
    @Test
    void keepsErrorsSeldomOverRandomOrdersOfUnlikeCases() {
        double[] rates = new double[20];
        Arrays.fill(rates, 2, rates.length, 1);
        RandomGenerator random = random(2);
        int passes = 0;
        for (int run = 0; run < 4_000; run++) {
            SequentialState state = SequentialState.begin(DESIGN);
            while (!state.decision().isFinal()) {
                shuffle(rates, random);
                for (double rate : rates) {
                    state = state.add(random.nextDouble() < rate);
                }
            }
            passes += state.decision() == SequentialDecision.PASS ? 1 : 0;
        }

        assertThat(passes / 4_000.0).isLessThanOrEqualTo(0.055);
    }

    @Test
    void keepsBettingErrorsSeldom() {
        BettingDesign design = new BettingDesign(0.75, 0.8, 0.05, 0.05, 300);
        RandomGenerator random = random(3);

        // scores of which three quarters, and four fifths, are 1: the hardest kind
        assertThat(share(SequentialDecision.PASS, design, () -> random.nextDouble() < 0.75 ? 1 : 0))
                .isLessThanOrEqualTo(0.055);
        assertThat(share(SequentialDecision.FAIL, design, () -> random.nextDouble() < 0.8 ? 1 : 0))
                .isLessThanOrEqualTo(0.055);
        // and even ones
        assertThat(share(SequentialDecision.PASS, design, () -> 0.5 + random.nextDouble() / 2))
                .isLessThanOrEqualTo(0.055);
        assertThat(share(SequentialDecision.PASS, design, () -> 0.8 + random.nextDouble() / 5))
                .isGreaterThan(0.99);
    }

    @Test
    void coversTheMeanOfFewScoresAsOftenAsItSays() {
        RandomGenerator random = random(4);
        int missed = 0;
        int runs = 4_000;
        for (int run = 0; run < runs; run++) {
            double[] scores = random.doubles(8).map(Math::sqrt).toArray();
            // the mean of the square root of an even number is two thirds
            missed += BettingBounds.of(scores).oneSided(0.95).lower() >= 2 / 3.0 ? 1 : 0;
        }

        assertThat(missed / (double) runs).isLessThanOrEqualTo(0.055);
    }

    @Test
    void keepsBettingErrorsSeldomOverAFiniteSuite() {
        BettingDesign design = new BettingDesign(0.5, 0.5, 0.05, 0.05, SequentialDesign.UNLIMITED);
        double[] scores = new double[60];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i % 2;
        }
        RandomGenerator random = random(5);
        int early = 0;
        for (int run = 0; run < 2_000; run++) {
            shuffle(scores, random);
            BettingState state = design.beginWithoutReplacement(scores.length);
            for (double score : scores) {
                state = state.add(score);
            }
            early += state.scores() < scores.length && state.decision() == SequentialDecision.FAIL ? 1 : 0;
        }

        assertThat(early / 2_000.0).isLessThanOrEqualTo(0.055);
    }

    private static double share(SequentialDecision decision, BettingDesign design, DoubleSupplier scores) {
        int runs = 1_000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            BettingState state = design.begin();
            while (!state.decision().isFinal()) {
                state = state.add(scores.getAsDouble());
            }
            found += state.decision() == decision ? 1 : 0;
        }
        return found / (double) runs;
    }

    private static void shuffle(double[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
