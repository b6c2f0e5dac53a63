package dev.junitllm.stats;

import static dev.junitllm.stats.ReferenceNumbers.check;
import static dev.junitllm.stats.ReferenceNumbers.checkDefined;
import static dev.junitllm.stats.ReferenceNumbers.checkIfExpected;
import static dev.junitllm.stats.ReferenceNumbers.clip;
import static dev.junitllm.stats.ReferenceNumbers.doubles;
import static dev.junitllm.stats.ReferenceNumbers.ints;
import static dev.junitllm.stats.ReferenceNumbers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the intervals to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceStatisticsTest {

    static Stream<Arguments> binomials() {
        return Stream.concat(named("a.wilson "), named("a.clopper_pearson "));
    }

    static Stream<Arguments> fewestCases() {
        return named("a.min_n_all_pass ");
    }

    static Stream<Arguments> fewestSuccesses() {
        return named("a.min_successes ");
    }

    static Stream<Arguments> clustered() {
        return named("a.clustered_");
    }

    static Stream<Arguments> means() {
        return named("b.t_ci ");
    }

    static Stream<Arguments> clusteredMeans() {
        return named("b.clustered_se ");
    }

    static Stream<Arguments> bootstraps() {
        return named("b.bca_exact_enumeration ");
    }

    static Stream<Arguments> flakiness() {
        return named("d.suite_flakiness ");
    }

    static Stream<Arguments> passAtK() {
        return named("d.pass_at_k ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passAtK")
    void agreesOnPassAtK(String name, JsonNode in, JsonNode expected, double tolerance) {
        int n = in.get("n").asInt();
        int c = in.get("c").asInt();
        int k = in.get("k").asInt();

        checkDefined(expected.get("pass_at_k"), PassAtK.estimate(n, c, k), tolerance);
        checkDefined(expected.get("pass_hat_k"), PassAtK.all(n, c, k), tolerance);
        checkDefined(
                expected.get("at_least_j_of_k"),
                PassAtK.atLeast(n, c, in.get("j").asInt(), k),
                tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flakiness")
    void agreesOnFlakiness(String name, JsonNode in, JsonNode expected, double tolerance) {
        Flakiness suite = Flakiness.of(column(in.get("cases_n_c"), 0), column(in.get("cases_n_c"), 1));
        int k = in.get("k").asInt();
        VarianceSplit variance = suite.variance().orElseThrow();

        check(expected, "mean_pass_at_1", suite.passAtK(1).orElseThrow(), tolerance);
        check(expected, "mean_pass_at_3", suite.passAtK(k).orElseThrow(), tolerance);
        check(expected, "mean_pass_hat_3", suite.passHatK(k).orElseThrow(), tolerance);
        check(
                expected,
                "se_pass_hat_3_cases",
                suite.passHatKInterval(k).orElseThrow().standardError(),
                tolerance);
        assertThat(suite.consistencyPerCase())
                .containsExactly(doubles(expected.get("pairwise_agreement_per_case")), within(tolerance));
        check(expected, "mean_consistency", suite.consistency().orElseThrow(), tolerance);
        assertThat(suite.variancePerCase())
                .containsExactly(doubles(expected.get("per_case_sample_variance")), within(tolerance));
        check(expected, "flaky_case_count", suite.count(CaseStability.FLAKY), tolerance);
        check(expected, "msb", variance.meanSquareOfCases(), tolerance);
        check(expected, "msw", variance.meanSquareOfSamples(), tolerance);
        check(expected, "icc_anova", variance.intraclassCorrelation(), tolerance);
        check(expected, "deff", variance.designEffect(), tolerance);
        check(expected, "between_case_variance", variance.caseVariance(), tolerance);
        check(expected, "within_case_variance", variance.sampleVariance(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binomials")
    void agreesOnRates(String name, JsonNode in, JsonNode expected, double tolerance) {
        BinomialInterval method =
                name.startsWith("a.wilson") ? BinomialInterval.WILSON : BinomialInterval.CLOPPER_PEARSON;
        double confidence = in.get("confidence").asDouble();
        Interval one = method.oneSided(in.get("k").asLong(), in.get("n").asLong(), confidence);
        Interval two = method.twoSided(in.get("k").asLong(), in.get("n").asLong(), confidence);

        assertThat(one.lower()).isCloseTo(expected.get("one_sided_lower").asDouble(), within(tolerance));
        assertThat(one.upper()).isCloseTo(expected.get("one_sided_upper").asDouble(), within(tolerance));
        assertThat(two.lower()).isCloseTo(expected.get("two_sided_lower").asDouble(), within(tolerance));
        assertThat(two.upper()).isCloseTo(expected.get("two_sided_upper").asDouble(), within(tolerance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fewestCases")
    void agreesOnTheFewestCasesThatCanShowARate(String name, JsonNode in, JsonNode expected, double tolerance) {
        long n = expected.get("n").asLong();

        assertThat(RateFeasibility.fewestCases(
                        in.get("tau").asDouble(), in.get("confidence").asDouble()))
                .hasValue(n);
        assertThat(lower(BinomialInterval.CLOPPER_PEARSON, n, n, in))
                .isCloseTo(expected.get("cp_lower_at_n").asDouble(), within(tolerance));
        assertThat(lower(BinomialInterval.CLOPPER_PEARSON, n - 1, n - 1, in))
                .isCloseTo(expected.get("cp_lower_at_n_minus_1").asDouble(), within(tolerance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fewestSuccesses")
    void agreesOnTheFewestSuccessesThatShowARate(String name, JsonNode in, JsonNode expected, double tolerance) {
        int exact = fewest(BinomialInterval.CLOPPER_PEARSON, in);
        int wilson = fewest(BinomialInterval.WILSON, in);
        BinomialDistribution atTheBar =
                BinomialDistribution.of(in.get("n").asInt(), in.get("tau").asDouble());

        assertThat(exact).isEqualTo(expected.get("clopper_pearson_min_k").asInt());
        assertThat(wilson).isEqualTo(expected.get("wilson_min_k").asInt());
        assertThat(atTheBar.survivalProbability(exact - 1))
                .isCloseTo(expected.get("type1_cp").asDouble(), within(tolerance));
        assertThat(atTheBar.survivalProbability(wilson - 1))
                .isCloseTo(expected.get("type1_wilson").asDouble(), within(tolerance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clustered")
    void agreesOnClusteredRates(String name, JsonNode in, JsonNode expected, double tolerance) {
        int[] passes = ints(in.get("passes_per_case"));
        int[] samples = new int[passes.length];
        Arrays.fill(samples, in.get("samples_per_case").asInt());
        ClusteredRate rate = ClusteredRate.of(passes, samples);
        double confidence = in.get("confidence").asDouble();

        checkIfExpected(expected, "p", rate.rate(), tolerance);
        checkIfExpected(expected, "se_cr1", rate.standardError(), tolerance);
        checkIfExpected(expected, "deff", rate.designEffect(), tolerance);
        checkIfExpected(expected, "n_eff", rate.samples() / rate.designEffect(), tolerance);
        checkIfExpected(expected, "n_eff_df_adjusted", rate.effectiveSize(), tolerance);
        checkIfExpected(
                expected, "korn_graubard_cp_lower", rate.oneSided(confidence).lower(), tolerance);
        checkIfExpected(expected, "cp_lower_on_cases", rate.oneSided(confidence).lower(), tolerance);
        if (expected.has("t_lower")) {
            double[] rates = Arrays.stream(passes)
                    .mapToDouble(p -> p / (double) samples[0])
                    .toArray();
            checkIfExpected(
                    expected,
                    "t_lower",
                    MeanInterval.of(rates).oneSided(confidence).orElseThrow().lower(),
                    tolerance);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("means")
    void agreesOnMeans(String name, JsonNode in, JsonNode expected, double tolerance) {
        MeanInterval mean = MeanInterval.of(doubles(in.get("scores")));
        double confidence = in.get("confidence").asDouble();
        Interval two = mean.twoSided(confidence).orElseThrow();

        check(expected, "mean", mean.mean(), tolerance);
        check(expected, "sd", mean.standardDeviation(), tolerance);
        check(expected, "se", mean.standardError(), tolerance);
        assertThat(two.lower()).isCloseTo(clip(expected.get("two_sided_lower")), within(tolerance));
        assertThat(two.upper()).isCloseTo(clip(expected.get("two_sided_upper")), within(tolerance));
        assertThat(mean.oneSided(confidence).orElseThrow().lower())
                .isCloseTo(clip(expected.get("one_sided_lower")), within(tolerance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clusteredMeans")
    void agreesOnMeansOfCasesSampledEquallyOften(String name, JsonNode in, JsonNode expected, double tolerance) {
        MeanInterval mean = MeanInterval.of(StreamSupport.stream(
                        in.get("groups").spliterator(), false)
                .mapToDouble(group -> Arrays.stream(doubles(group)).average().orElseThrow())
                .toArray());
        Double lower = mean.oneSided(in.get("confidence").asDouble())
                .map(Interval::lower)
                .orElse(null);

        check(expected, "mean_of_case_means", mean.mean(), tolerance);
        if (expected.get("se_cr1").isNull()) {
            assertThat(mean.standardError()).isNaN();
            assertThat(lower).isNull();
        } else {
            check(expected, "se_cr1", mean.standardError(), tolerance);
            check(expected, "one_sided_lower", lower, tolerance);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bootstraps")
    void agreesOnBootstraps(String name, JsonNode in, JsonNode expected, double tolerance) {
        double[] scores = doubles(in.get("scores"));
        double confidence = in.get("confidence").asDouble();
        BcaMean all = BcaMean.of(scores, 1).orElseThrow();
        Interval drawn =
                BcaMean.drawn(scores, BcaMean.RESAMPLES, 1).orElseThrow().twoSided(confidence);

        check(expected, "theta", all.twoSided(confidence).estimate(), tolerance);
        check(expected, "z0", all.bias(), tolerance);
        check(expected, "acceleration", all.acceleration(), tolerance);
        check(expected, "bca_lower", all.twoSided(confidence).lower(), tolerance);
        check(expected, "bca_upper", all.twoSided(confidence).upper(), tolerance);
        check(expected, "bca_one_sided_lower", all.oneSided(confidence).lower(), tolerance);
        check(expected, "bca_lower", drawn.lower(), 0.02);
        check(expected, "bca_upper", drawn.upper(), 0.02);
    }

    private static double lower(BinomialInterval method, long k, long n, JsonNode in) {
        return method.oneSided(k, n, in.get("confidence").asDouble()).lower();
    }

    private static int fewest(BinomialInterval method, JsonNode in) {
        return (int) RateFeasibility.fewestSuccesses(
                        method,
                        in.get("n").asLong(),
                        in.get("tau").asDouble(),
                        in.get("confidence").asDouble())
                .orElseThrow();
    }

    private static int[] column(JsonNode rows, int place) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToInt(row -> row.get(place).asInt())
                .toArray();
    }
}
