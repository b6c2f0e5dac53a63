package dev.junitllm.stats;

import static dev.junitllm.stats.StatisticsReference.check;
import static dev.junitllm.stats.StatisticsReference.number;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds sizes and power to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferencePlanTest {

    static Stream<Arguments> rates() {
        return StatisticsReference.named("g.one_proportion ");
    }

    static Stream<Arguments> powers() {
        return StatisticsReference.named("g.exact_power ");
    }

    static Stream<Arguments> pairedRates() {
        return StatisticsReference.named("g.mcnemar_n ");
    }

    static Stream<Arguments> pairedMeans() {
        return StatisticsReference.named("g.paired_mean_n ");
    }

    static Stream<Arguments> differences() {
        return StatisticsReference.named("g.mde ");
    }

    static Stream<Arguments> samplesPerCase() {
        return StatisticsReference.named("g.optimal_k");
    }

    static Stream<Arguments> nonInferiority() {
        return StatisticsReference.named("g.noninferiority_paired_n ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rates")
    void agreesOnOneRate(String name, JsonNode in, JsonNode expected, double tolerance) {
        SampleSize size = SampleSizes.rate(
                number(in, "p0"), number(in, "p1"), number(in, "alpha_one_sided"), number(in, "power"));

        check(expected, "n_normal", size.unrounded(), tolerance);
        check(expected, "n", size.cases(), 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("powers")
    void agreesOnExactPower(String name, JsonNode in, JsonNode expected, double tolerance) {
        FixedDesign design = new FixedDesign(
                0, 1, in.get("n").asInt(), in.get("min_successes").asInt());

        check(expected, "power", design.passes(number(in, "true_p")), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairedRates")
    void agreesOnPairedRates(String name, JsonNode in, JsonNode expected, double tolerance) {
        SampleSize size = SampleSizes.pairedRates(
                number(in, "discordant"), number(in, "drop"), number(in, "alpha_one_sided"), number(in, "power"));

        checkSize(expected, size, tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairedMeans")
    void agreesOnPairedMeans(String name, JsonNode in, JsonNode expected, double tolerance) {
        SampleSize size = SampleSizes.pairedMeans(
                number(in, "omega2"),
                new SamplingNoise(number(in, "sigma2_A"), in.get("kA").asInt()),
                new SamplingNoise(number(in, "sigma2_B"), in.get("kB").asInt()),
                number(in, "delta"),
                number(in, "alpha_two_sided"),
                number(in, "power"));

        checkSize(expected, size, tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonInferiority")
    void agreesOnNonInferiority(String name, JsonNode in, JsonNode expected, double tolerance) {
        SampleSize size = SampleSizes.nonInferiorRates(
                number(in, "discordant"), number(in, "margin"), number(in, "alpha_one_sided"), number(in, "power"));

        checkSize(expected, size, tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void agreesOnDetectableDifferences(String name, JsonNode in, JsonNode expected, double tolerance) {
        double difference = DetectableDifferences.ofPairedMeans(
                in.get("n_cases").asLong(),
                number(in, "omega2"),
                new SamplingNoise(number(in, "sigma2"), in.get("k").asInt()),
                number(in, "alpha_one_sided"),
                number(in, "power"));

        check(expected, "mde", difference, tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samplesPerCase")
    void agreesOnSamplesPerCase(String name, JsonNode in, JsonNode expected, double tolerance) {
        double best = SamplingNoise.bestSamplesPerCase(
                number(in, "within_var"),
                number(in, "between_var"),
                number(in, "cost_per_case"),
                number(in, "cost_per_sample"));

        check(expected, "k_star", best, tolerance);
    }

    private static void checkSize(JsonNode expected, SampleSize size, double tolerance) {
        check(expected, "n", size.unrounded(), tolerance);
        check(expected, "ceil", size.cases(), 0);
    }
}
