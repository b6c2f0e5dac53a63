package dev.junitllm.stats;

import static dev.junitllm.stats.StatisticsReference.doubles;
import static dev.junitllm.stats.StatisticsReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds corrections for several hypotheses to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceMultiplicityTest {

    static Stream<Arguments> pValues() {
        return StatisticsReference.named("f.multiplicity ");
    }

    static Stream<Arguments> eValues() {
        return StatisticsReference.named("f.e_bh");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pValues")
    void agreesOnPValues(String name, JsonNode in, JsonNode expected, double tolerance) {
        check(expected, "holm", Multiplicity.HOLM, in, tolerance);
        check(expected, "bonferroni", Multiplicity.BONFERRONI, in, tolerance);
        check(expected, "bh", Multiplicity.BENJAMINI_HOCHBERG, in, tolerance);
        check(expected, "by", Multiplicity.BENJAMINI_YEKUTIELI, in, tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eValues")
    void agreesOnEValues(String name, JsonNode in, JsonNode expected, double tolerance) {
        assertThat(EValues.refuted(number(in, "alpha"), doubles(in.get("e_values"))))
                .hasToString(expected.get("rejected_indices").toString());
    }

    private static void check(JsonNode expected, String field, Multiplicity method, JsonNode in, double tolerance) {
        double[] numbers = doubles(expected.get(field));
        AdjustedPValues adjusted = method.adjust(doubles(in.get("p")));

        assertThat(adjusted.adjusted()).hasSameSizeAs(numbers);
        IntStream.range(0, numbers.length)
                .forEach(i -> assertThat(adjusted.adjusted().get(i)).isCloseTo(numbers[i], within(tolerance)));
    }
}
