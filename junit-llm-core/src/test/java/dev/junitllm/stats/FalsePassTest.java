package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often more is shown than is true, of drops at the margin and of means at the bar. */
@Tag("slow")
class FalsePassTest {

    private static final int RUNS = 5_000;

    @ParameterizedTest
    @CsvSource({"30,0.1", "60,0.1", "60,0.2", "100,0.15", "200,0.1"})
    void showsALesserDropInAtMostSixOfAHundredRunsWithADropOfTheMargin(int cases, double discordance) {
        RandomGenerator random = generator(cases);
        double worse = (discordance + 0.05) / 2;
        int shown = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] draws = random.doubles(cases).toArray();
            int toFail = (int) Arrays.stream(draws).filter(draw -> draw < worse).count();
            int changed = (int)
                    Arrays.stream(draws).filter(draw -> draw < discordance).count();
            PairedBinary pairs = new PairedBinary(cases - changed, toFail, changed - toFail, 0);
            shown += pairs.nonInferiority(0.05, 0.95).shown() ? 1 : 0;
        }

        assertThat(shown / (double) RUNS).isLessThanOrEqualTo(0.06);
    }

    /** Prints what docs/statistics.md says of means: {@code -Djunitllm.falsePasses=1000}. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "junitllm.falsePasses", matches = "\\d+")
    @ValueSource(ints = {9, 10, 12, 14, 15, 20, 40, 80})
    void printsHowOftenMeansAreShownAtTheBar(int cases) {
        System.out.printf(
                Locale.ROOT,
                "%d cases: even scores %.3f, a long tail %.3f, a tenth of zeros %.3f%n",
                cases,
                passes(cases, 0.5, random -> (random.nextDouble() + random.nextDouble()) / 2),
                passes(cases, 2 / 3.0, random -> 1 - Math.pow(random.nextDouble(), 2)),
                passes(cases, 0.855, random -> random.nextDouble() < 0.1 ? 0 : 0.9 + 0.1 * random.nextDouble()));
    }

    private static double passes(int cases, double mean, ToDoubleFunction<RandomGenerator> score) {
        RandomGenerator random = generator(cases);
        int runs = Integer.getInteger("junitllm.falsePasses");
        int passes = 0;
        for (int run = 0; run < runs; run++) {
            double[] scores = new double[cases];
            Arrays.setAll(scores, i -> score.applyAsDouble(random));
            Interval shown = MeanInterval.of(scores)
                    .demonstrated(0.95, run, BoundedMean.betting())
                    .orElseThrow();
            passes += shown.lower() >= mean ? 1 : 0;
        }
        return passes / (double) runs;
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
