package dev.junitllm.score.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CosineTest {

    static Stream<Arguments> reference() {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith("cosine "))
                .map(entry -> Arguments.of(entry.get("name").asText(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reference")
    @EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
    void agreesWithTheReferenceNumbers(String name, JsonNode entry) {
        double cosine = Cosine.of(vector(entry.at("/inputs/a")), vector(entry.at("/inputs/b")));

        assertThat(cosine)
                .isCloseTo(
                        entry.at("/expected/cosine").doubleValue(),
                        within(entry.get("tolerance").doubleValue()));
        assertThat(Math.max(0, cosine))
                .isCloseTo(
                        entry.at("/expected/score01_clip").doubleValue(),
                        within(entry.get("tolerance").doubleValue()));
    }

    @Test
    void isTheDotProductOverTheLengths() {
        assertThat(cosine(3, 4, 4, 3)).isCloseTo(24.0 / 25, within(1e-15));
        assertThat(cosine(1, 0, 0, 5)).isZero();
        assertThat(cosine(1, 2, -2, -4)).isEqualTo(-1);
        assertThat(cosine(1, 0, 1, 1)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void neitherOverflowsNorVanishes() {
        assertThat(cosine(1e300, 1e300, 1e300, -1e299)).isCloseTo(0.6332377902572627, within(1e-12));
        assertThat(cosine(1e-300, 1e-300, 1e-310, 0)).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(cosine(Double.MAX_VALUE, 0, Double.MIN_VALUE, 0)).isEqualTo(1);
    }

    @Test
    void isOneForAVectorAndItselfSymmetricAndWithinBounds() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double[] one = vector(random, 1 + i % 400);
            double[] other = vector(random, one.length);

            assertThat(Cosine.of(one, one)).isEqualTo(1);
            assertThat(Cosine.of(one, other)).isEqualTo(Cosine.of(other, one)).isBetween(-1.0, 1.0);
            assertThat(Cosine.of(one, times(-3, one)))
                    .isCloseTo(-1, within(1e-15))
                    .isGreaterThanOrEqualTo(-1);
            assertThat(Cosine.of(times(0.37, one), one))
                    .isCloseTo(1, within(1e-15))
                    .isLessThanOrEqualTo(1);
        }
    }

    private static double cosine(double a, double b, double c, double d) {
        return Cosine.of(new double[] {a, b}, new double[] {c, d});
    }

    private static double[] vector(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static double[] vector(Random random, int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double[] times(double factor, double[] vector) {
        return java.util.Arrays.stream(vector).map(number -> factor * number).toArray();
    }
}
