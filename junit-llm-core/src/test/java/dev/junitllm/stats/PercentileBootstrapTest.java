package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileBootstrapTest {

    private static final double[] VALUES =
            IntStream.range(0, 100).mapToDouble(i -> i % 10 / 9.0).toArray();

    @Test
    void agreesWithTheNormalApproximationOfAMean() {
        // mean 0.5, standard deviation 0.3192 (population) of 100 values: 0.5 ± 1.96 · 0.03192
        Interval interval = mean(2_000, 1).twoSided(0.95);

        assertThat(interval.estimate()).isCloseTo(0.5, within(1e-12));
        assertThat(interval.lower()).isCloseTo(0.437, within(0.006));
        assertThat(interval.upper()).isCloseTo(0.563, within(0.006));
        assertThat(interval.size()).isEqualTo(100);
    }

    @Test
    void followsItsSeedAlone() {
        assertThat(mean(200, 7).twoSided(0.95)).isEqualTo(mean(200, 7).twoSided(0.95));
        assertThat(mean(200, 7).twoSided(0.95)).isNotEqualTo(mean(200, 8).twoSided(0.95));
    }

    @Test
    void isAPointWhereEveryDrawGivesTheSame() {
        Interval interval =
                PercentileBootstrap.draw(5, drawn -> 0.25, 100, 1).orElseThrow().twoSided(0.95);

        assertThat(interval.lower()).isEqualTo(0.25);
        assertThat(interval.upper()).isEqualTo(0.25);
    }

    @Test
    void drawsAsManyAsThereAreFromAllThereAre() {
        boolean[] seen = new boolean[20];
        PercentileBootstrap.draw(
                20,
                drawn -> {
                    assertThat(Arrays.stream(drawn).boxed()).hasSize(20).allMatch(place -> place >= 0 && place < 20);
                    Arrays.stream(drawn).forEach(place -> seen[place] = true);
                    return 0;
                },
                100,
                3);

        assertThat(seen).containsOnly(true);
    }

    @Test
    void leavesOutTheFewDrawsThatHaveNoValueAndGivesUpOnMany() {
        int[] draws = {0};
        ToDoubleFunction<int[]> seldomUndefined = drawn -> draws[0]++ % 25 == 0 ? Double.NaN : 0.5;
        ToDoubleFunction<int[]> oftenUndefined = drawn -> draws[0]++ % 10 == 0 ? Double.NaN : 0.5;

        assertThat(PercentileBootstrap.draw(5, seldomUndefined, 100, 1)).isPresent();
        assertThat(PercentileBootstrap.draw(5, oftenUndefined, 100, 1)).isEmpty();
    }

    @Test
    void refusesTooFew() {
        assertThatIllegalArgumentException().isThrownBy(() -> PercentileBootstrap.draw(1, drawn -> 0, 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PercentileBootstrap.draw(2, drawn -> 0, 99, 1));
    }

    private static PercentileBootstrap mean(int resamples, long seed) {
        return PercentileBootstrap.draw(
                        VALUES.length,
                        drawn -> Arrays.stream(drawn)
                                .mapToDouble(place -> VALUES[place])
                                .average()
                                .orElseThrow(),
                        resamples,
                        seed)
                .orElseThrow();
    }
}
