package dev.junitllm.stats;

import static dev.junitllm.stats.ReferenceNumbers.check;
import static dev.junitllm.stats.ReferenceNumbers.doubles;
import static dev.junitllm.stats.ReferenceNumbers.ints;
import static dev.junitllm.stats.ReferenceNumbers.named;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import dev.junitllm.stats.RaterAgreement.Weights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what is said of raters and judges to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceAgreementTest {

    static Stream<Arguments> kappa() {
        return named("j.kappa ");
    }

    static Stream<Arguments> krippendorff() {
        return named("j.krippendorff_alpha");
    }

    static Stream<Arguments> correlation() {
        return named("j.rank_correlation");
    }

    static Stream<Arguments> corrected() {
        return named("j.rogan_gladen ");
    }

    static Stream<Arguments> powered() {
        return named("j.ppi");
    }

    static Stream<Arguments> logprobs() {
        return named("j.geval_logprob");
    }

    static Stream<Arguments> majority() {
        return named("j.majority_");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kappa")
    void agreesOnKappa(String name, JsonNode in, JsonNode expected, double tolerance) {
        int[][] confusion = StreamSupport.stream(
                        in.get("confusion_rows_human_cols_judge").spliterator(), false)
                .map(ReferenceNumbers::ints)
                .toArray(int[][]::new);
        RaterAgreement raters = RaterAgreementTest.ofConfusion(confusion);

        check(expected, "agreement", raters.agreement(), tolerance);
        check(expected, "kappa", raters.kappa(Weights.PLAIN).orElseThrow(), tolerance);
        check(expected, "kappa_linear", raters.kappa(Weights.LINEAR).orElseThrow(), tolerance);
        check(expected, "kappa_quadratic", raters.kappa(Weights.QUADRATIC).orElseThrow(), tolerance);
        check(expected, "gwet_ac1", raters.gwetAc1(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("krippendorff")
    void agreesOnKrippendorff(String name, JsonNode in, JsonNode expected, double tolerance) {
        double[][] ratings = StreamSupport.stream(in.get("ratings_by_rater").spliterator(), false)
                .map(rater -> StreamSupport.stream(rater.spliterator(), false)
                        .mapToDouble(rating -> rating.isNull() ? Double.NaN : rating.asDouble())
                        .toArray())
                .toArray(double[][]::new);

        check(expected, "nominal", KrippendorffAlpha.NOMINAL.of(ratings).orElseThrow(), tolerance);
        check(expected, "ordinal", KrippendorffAlpha.ORDINAL.of(ratings).orElseThrow(), tolerance);
        check(expected, "interval", KrippendorffAlpha.INTERVAL.of(ratings).orElseThrow(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("correlation")
    void agreesOnCorrelations(String name, JsonNode in, JsonNode expected, double tolerance) {
        double[] human = doubles(in.get("human"));
        double[] judge = doubles(in.get("judge"));

        check(expected, "pearson", Correlation.PEARSON.of(human, judge).orElseThrow(), tolerance);
        check(expected, "spearman", Correlation.SPEARMAN.of(human, judge).orElseThrow(), tolerance);
        check(expected, "kendall_tau_b", Correlation.KENDALL.of(human, judge).orElseThrow(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrected")
    void agreesOnCorrectedRates(String name, JsonNode in, JsonNode expected, double tolerance) {
        CorrectedRate rate = new CorrectedRate(
                in.get("judge_pass_rate").asDouble(),
                in.get("n").asDouble(),
                in.get("sensitivity").asDouble(),
                in.get("n_human_pass").asInt(),
                in.get("specificity").asDouble(),
                in.get("n_human_fail").asInt());
        double z = 1.959963984540054;
        Interval interval = rate.langReiczigel(in.get("confidence").asDouble());

        check(expected, "rogan_gladen_clipped", rate.estimate().orElseThrow(), tolerance);
        check(expected, "delta_se", rate.deltaError(), tolerance);
        check(expected, "lr_point_adjusted", rate.adjusted(z), tolerance);
        check(expected, "lr_shift", rate.shift(z), tolerance);
        check(expected, "lr_se", rate.adjustedError(z), tolerance);
        check(expected, "lr_lower", interval.lower(), tolerance);
        check(expected, "lr_upper", interval.upper(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("powered")
    void agreesOnPredictionPoweredMeans(String name, JsonNode in, JsonNode expected, double tolerance) {
        double[] human = doubles(in.get("human"));
        double[] judge = doubles(in.get("judge_on_labelled"));
        double[] unlabelled = in.has("judge_on_unlabelled")
                ? doubles(in.get("judge_on_unlabelled"))
                : IntStream.range(0, in.get("judge_on_unlabelled_n").asInt())
                        .mapToDouble(
                                i -> i < in.get("judge_on_unlabelled_successes").asInt() ? 1 : 0)
                        .toArray();
        PredictionPoweredMean mean = in.has("lam")
                ? PredictionPoweredMean.of(
                        human, judge, unlabelled, in.get("lam").asDouble())
                : PredictionPoweredMean.tuned(human, judge, unlabelled);
        Interval interval = mean.twoSided(in.get("confidence").asDouble());

        check(expected, "lambda_hat", mean.lambda(), tolerance);
        check(expected, "estimate", mean.estimate(), tolerance);
        check(expected, "se", mean.standardError(), tolerance);
        check(expected, "lower", interval.lower(), tolerance);
        check(expected, "upper", interval.upper(), tolerance);
        check(expected, "classical", mean.classical(), tolerance);
        check(expected, "classical_se", mean.classicalError(), tolerance);
        check(expected, "judge_only", Arrays.stream(unlabelled).average().orElseThrow(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logprobs")
    void agreesOnLogprobs(String name, JsonNode in, JsonNode expected, double tolerance) {
        Map<String, Double> logprobs = new HashMap<>();
        in.get("top_logprobs")
                .properties()
                .forEach(token -> logprobs.put(token.getKey(), token.getValue().asDouble()));
        int[] scale = ints(in.get("scale"));
        LogprobGrade grade = LogprobGrade.of(logprobs, scale[0], scale[1]).orElseThrow();

        check(expected, "mass", grade.mass(), tolerance);
        check(expected, "expected", grade.expected(), tolerance);
        check(expected, "score01", grade.score(), tolerance);
        check(expected, "variance", grade.variance(), tolerance);
        check(expected, "mode", grade.mode(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("majority")
    void agreesOnMajorities(String name, JsonNode in, JsonNode expected, double tolerance) {
        check(
                expected,
                "independent_majority",
                MajorityVote.accuracyIfIndependent(
                        in.get("p_single_correct").asDouble(), in.get("judges").asInt()),
                tolerance);
    }
}
