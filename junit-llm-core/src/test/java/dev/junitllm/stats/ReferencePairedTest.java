package dev.junitllm.stats;

import static dev.junitllm.stats.ReferenceNumbers.check;
import static dev.junitllm.stats.ReferenceNumbers.doubles;
import static dev.junitllm.stats.ReferenceNumbers.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import dev.junitllm.stats.PValue.Alternative;
import dev.junitllm.stats.SignedRanks.Zeros;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the comparisons of pairs to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferencePairedTest {

    static Stream<Arguments> mcNemar() {
        return named("c.mcnemar_exact ");
    }

    static Stream<Arguments> binary() {
        return named("c.paired_binary_noninferiority ");
    }

    static Stream<Arguments> scores() {
        return named("c.paired_scores ");
    }

    static Stream<Arguments> ranks() {
        return named("c.wilcoxon_signed_rank ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mcNemar")
    void agreesOnMcNemar(String name, JsonNode in, JsonNode expected, double tolerance) {
        PairedBinary pairs = new PairedBinary(
                1, in.get("b_pass_to_fail").asInt(), in.get("c_fail_to_pass").asInt(), 0);

        check(expected, "two_sided", pairs.mcNemar(Alternative.DIFFERENT).value(), tolerance);
        check(expected, "one_sided_regression", pairs.mcNemar(Alternative.LESS).value(), tolerance);
        check(expected, "mid_p_two_sided", pairs.mcNemarMidP().value(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binary")
    void agreesOnPairedRates(String name, JsonNode in, JsonNode expected, double tolerance) {
        PairedBinary pairs = new PairedBinary(
                in.get("both_pass").asInt(),
                in.get("pass_to_fail").asInt(),
                in.get("fail_to_pass").asInt(),
                in.get("both_fail").asInt());
        double margin = in.get("margin").asDouble();
        double confidence = 1 - in.get("alpha_one_sided").asDouble();
        Interval newcombe = pairs.newcombe(confidence);
        NonInferiority tango = pairs.nonInferiority(margin, confidence);

        check(expected, "theta", pairs.difference(), tolerance);
        check(expected, "newcombe10_90_lower", newcombe.lower(), tolerance);
        check(expected, "newcombe10_90_upper", newcombe.upper(), tolerance);
        check(
                expected,
                "phi_corrected",
                pairs.correlation(pairs.bothPass() + pairs.failToPass(), pairs.bothPass() + pairs.passToFail()),
                tolerance);
        check(
                expected,
                "tango_z_at_minus_margin",
                new TangoScore(pairs.passToFail(), pairs.failToPass(), pairs.cases()).z(-margin),
                tolerance);
        check(expected, "tango_p", tango.p().value(), tolerance);
        check(expected, "tango_one_sided_95_lower", tango.difference().lower(), tolerance);
        assertThat(tango.shown()).isEqualTo(expected.get("noninferior_tango").asBoolean());
        assertThat(newcombe.lower() > -margin)
                .isEqualTo(expected.get("noninferior_newcombe").asBoolean());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scores")
    void agreesOnPairedScores(String name, JsonNode in, JsonNode expected, double tolerance) {
        PairedScores pairs = PairedScores.of(doubles(in.get("baseline")), doubles(in.get("current")));
        double margin = in.get("margin").asDouble();

        check(expected, "mean_diff", pairs.mean(), tolerance);
        check(expected, "sd", pairs.standardDeviation(), tolerance);
        check(expected, "p_two_sided", student(pairs, 0, Alternative.DIFFERENT), tolerance);
        check(expected, "p_regression_one_sided", student(pairs, 0, Alternative.LESS), tolerance);
        check(expected, "p_noninferiority", student(pairs, -margin, Alternative.GREATER), tolerance);
        check(expected, "lower95_one_sided", pairs.student(0.95).orElseThrow().lower(), tolerance);
        check(
                expected,
                "signflip_exact_p_regression",
                pairs.signFlip(Alternative.LESS, 1).value(),
                tolerance);
        check(
                expected,
                "signflip_exact_p_two_sided",
                pairs.signFlip(Alternative.DIFFERENT, 1).value(),
                tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ranks")
    void agreesOnSignedRanks(String name, JsonNode in, JsonNode expected, double tolerance) {
        double[] differences = doubles(in.get("differences"));
        SignedRanks dropped = SignedRanks.of(differences, Zeros.DROPPED);

        checkRanks(expected.get("zeros_dropped"), dropped, tolerance);
        checkRanks(expected.get("pratt"), SignedRanks.of(differences, Zeros.RANKED), tolerance);
        check(
                expected,
                "normal_approx_tie_corrected_p_two_sided",
                dropped.approximate(Alternative.DIFFERENT, false).value(),
                tolerance);
        check(
                expected,
                "normal_approx_tie_cc_p_two_sided",
                dropped.approximate(Alternative.DIFFERENT, true).value(),
                tolerance);
    }

    private static void checkRanks(JsonNode expected, SignedRanks ranks, double tolerance) {
        check(expected, "n_nonzero", ranks.size(), tolerance);
        check(expected, "w_plus", ranks.plus(), tolerance);
        check(expected, "w_minus", ranks.minus(), tolerance);
        check(expected, "exact_p_less", ranks.test(Alternative.LESS).value(), tolerance);
        check(expected, "exact_p_greater", ranks.test(Alternative.GREATER).value(), tolerance);
        check(expected, "exact_p_two_sided", ranks.test(Alternative.DIFFERENT).value(), tolerance);
    }

    private static double student(PairedScores pairs, double value, Alternative alternative) {
        return pairs.studentTest(value, alternative).orElseThrow().value();
    }
}
