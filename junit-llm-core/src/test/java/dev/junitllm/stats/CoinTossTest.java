package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.stats.CoinTossTable.Design;
import dev.junitllm.stats.CoinTossTable.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often gates pass an application that lies exactly at their bar. */
@Tag("slow")
class CoinTossTest {

    private static final int RUNS = 5_000;
    private static final long SEED = 6;

    static List<Design> designs() {
        return CoinTossTable.DESIGNS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("designs")
    void passesAtMostSixInAHundredRunsAtTheBar(Design design) {
        Map<Rule, Double> shares = CoinTossTable.passes(design, RUNS, SEED);

        assertThat(shares.get(Rule.GATE)).isLessThanOrEqualTo(0.06);
        assertThat(shares.get(Rule.GATE)).isLessThanOrEqualTo(shares.get(Rule.KORN_GRAUBARD));
        assertThat(shares.get(Rule.RAW_RATE)).isGreaterThan(0.5);
    }

    @Test
    void findsWhatSamplesTakenForCasesCost() {
        Map<Rule, Double> shares = CoinTossTable.passes(new Design(50, 5, 0.5, 0.9), RUNS, SEED);

        assertThat(shares.get(Rule.WILSON_OF_SAMPLES)).isGreaterThan(0.15);
        assertThat(shares.get(Rule.CLUSTERED_T)).isGreaterThan(0.08);
    }

    /** Prints the table of docs/statistics.md: {@code -Djunitllm.coinToss=40000}. */
    @Test
    @EnabledIfSystemProperty(named = "junitllm.coinToss", matches = "\\d+")
    void printsTheTable() {
        System.out.println(CoinTossTable.table(Integer.getInteger("junitllm.coinToss"), SEED));
    }
}
