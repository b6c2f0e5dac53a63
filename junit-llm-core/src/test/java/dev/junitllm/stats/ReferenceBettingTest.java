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

/** Holds betting and confidence sequences to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceBettingTest {

    static Stream<Arguments> bets() {
        return StatisticsReference.named("e.betting_grid_");
    }

    static Stream<Arguments> sequences() {
        return StatisticsReference.named("e.beta_binomial_cs ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bets")
    void agreesOnWealth(String name, JsonNode in, JsonNode expected, double tolerance) {
        double mean = number(in, "m");
        BettingProcess process =
                in.get("direction").asText().equals("mean>m") ? BettingProcess.above(mean) : BettingProcess.below(mean);
        double[] wealth = doubles(expected.get("log_wealth"));
        int firstReject = 0;
        for (double x : doubles(in.get("x"))) {
            process = process.add(x);
            assertThat(process.logWealth()).isCloseTo(wealth[process.values() - 1], within(tolerance));
            if (firstReject == 0 && process.anytimeP() <= 0.05) {
                firstReject = process.values();
            }
        }

        assertThat(process.values()).isEqualTo(wealth.length);
        check(expected, "anytime_p", process.anytimeP(), tolerance);
        if (expected.has("first_n_reject_at_0_05")) {
            check(expected, "first_n_reject_at_0_05", firstReject, 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void agreesOnConfidenceSequences(String name, JsonNode in, JsonNode expected, double tolerance) {
        Interval interval = BetaBinomialSequence.after(
                in.get("successes").asLong(), in.get("failures").asLong(), 1 - number(in, "alpha"));

        check(expected, "lower", interval.lower(), tolerance);
        check(expected, "upper", interval.upper(), tolerance);
    }
}
