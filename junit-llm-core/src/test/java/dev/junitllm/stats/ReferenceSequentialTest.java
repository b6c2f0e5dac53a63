package dev.junitllm.stats;

import static dev.junitllm.stats.StatisticsReference.check;
import static dev.junitllm.stats.StatisticsReference.doubles;
import static dev.junitllm.stats.StatisticsReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the likelihood-ratio test to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceSequentialTest {

    static Stream<Arguments> constants() {
        return StatisticsReference.named("e.sprt_constants ");
    }

    static Stream<Arguments> paths() {
        return StatisticsReference.named("e.sprt_path");
    }

    static Stream<Arguments> costs() {
        return StatisticsReference.named("e.sprt_exact_oc ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constants")
    void agreesOnBoundaries(String name, JsonNode in, JsonNode expected, double tolerance) {
        SequentialDesign strict = design(in, SequentialBoundary.STRICT);
        SequentialDesign wald = design(in, SequentialBoundary.WALD);

        check(expected, "llr_success", strict.logOfPass(), tolerance);
        check(expected, "llr_failure", strict.logOfFailure(), tolerance);
        check(expected, "wald_upper", wald.upper(), tolerance);
        check(expected, "wald_lower", wald.lower(), tolerance);
        check(expected, "strict_upper", strict.upper(), tolerance);
        check(expected, "strict_lower", strict.lower(), tolerance);
        check(expected, "min_n_pass_all_success_strict", strict.fewestToPass(), 0);
        check(expected, "min_n_fail_all_failures_strict", strict.fewestToFail(), 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void agreesOnAPath(String name, JsonNode in, JsonNode expected, double tolerance) {
        SequentialDesign design = design(in, SequentialBoundary.STRICT);
        SequentialState state = SequentialState.begin(design);
        double[] results = doubles(in.get("sequence"));
        int passes = 0;
        for (int i = 0; i < results.length; i++) {
            passes += (int) results[i];
            state = state.add(results[i] == 1);

            assertThat(design.logRatio(passes, i + 1 - passes))
                    .isCloseTo(expected.get("llr_after").get(i).asDouble(), within(tolerance));
        }

        assertThat(state.samples()).isEqualTo(expected.get("stop_at").asInt());
        assertThat(state.decision()).hasToString(expected.get("decision").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costs")
    void agreesOnCosts(String name, JsonNode in, JsonNode expected, double tolerance) {
        SequentialDesign wald = design(in, SequentialBoundary.WALD);
        FixedDesign fixed = FixedDesign.smallest(wald.bad(), wald.good(), wald.alpha(), wald.beta());
        SequentialCosts atBad = SequentialCosts.of(wald, wald.bad());
        SequentialCosts atGood = SequentialCosts.of(wald, wald.good());
        SequentialCosts between = SequentialCosts.of(wald, (wald.bad() + wald.good()) / 2);

        check(expected, "asn_p0", atBad.meanSamples(), tolerance);
        check(expected, "asn_p1", atGood.meanSamples(), tolerance);
        check(expected, "asn_mid", between.meanSamples(), tolerance);
        check(expected, "type1", atBad.pass(), tolerance);
        check(expected, "type2", atGood.fail(), tolerance);
        check(expected, "wald_formula_asn_p0", waldsFormula(wald, wald.bad(), wald.alpha()), tolerance);
        check(expected, "wald_formula_asn_p1", waldsFormula(wald, wald.good(), 1 - wald.beta()), tolerance);
        check(expected, "fixed_n", fixed.size(), 0);
        check(expected, "fixed_c", fixed.fewestToPass(), 0);
        check(expected, "curtailed_fixed_asn_p0", fixed.curtailedMeanSamples(wald.bad()), tolerance);
        check(expected, "curtailed_fixed_asn_p1", fixed.curtailedMeanSamples(wald.good()), tolerance);
    }

    /** His approximation, which overlooks by how far a boundary is overshot. */
    private static double waldsFormula(SequentialDesign design, double rate, double passes) {
        double drift = rate * design.logOfPass() + (1 - rate) * design.logOfFailure();
        return (passes * design.upper() + (1 - passes) * design.lower()) / drift;
    }

    private static SequentialDesign design(JsonNode in, SequentialBoundary boundary) {
        return new SequentialDesign(
                number(in, "p0"),
                number(in, "p1"),
                number(in, "alpha"),
                number(in, "beta"),
                boundary,
                SequentialDesign.UNLIMITED);
    }
}
