package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.StoppingGate.Watch;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.SamplePlan;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate as it is used: cases that differ, each with a chance of its own, in rounds of seeded orders. The promise of at most
 * 5 % is about samples of independent chance; this is what it comes to where they belong to cases.
 */
@Tag("slow")
class SequentialSimulationTest {

    private static final int RUNS = 4000;

    private static final StoppingGate GATE =
            SequentialPassRateGate.of(new PassRateGate(0.9, ""), 0.95, 0.95, Inconclusive.FAIL);

    /** Sets whose rate is just the one that may not pass, or the one that may not fail: all alike, spread, or split. */
    static Stream<Arguments> sets() {
        return Stream.of(
                Arguments.of("alike, at the bar", chances(40, i -> 0.9), VerdictStatus.PASS, 147),
                Arguments.of("spread, at the bar", chances(40, i -> 0.8 + 0.2 * i / 39), VerdictStatus.PASS, 160),
                Arguments.of("a tenth never passes", chances(40, i -> i % 10 == 0 ? 0 : 1), VerdictStatus.PASS, 160),
                Arguments.of("alike, at the target", chances(40, i -> 0.95), VerdictStatus.FAIL, 172),
                Arguments.of("spread, at the target", chances(40, i -> 0.9 + 0.1 * i / 39), VerdictStatus.FAIL, 185),
                Arguments.of(
                        "a twentieth never passes", chances(40, i -> i % 20 == 0 ? 0 : 1), VerdictStatus.FAIL, 185),
                Arguments.of("perfect", chances(40, i -> 1), VerdictStatus.FAIL, 60),
                Arguments.of("clearly bad", chances(40, i -> 0.85), VerdictStatus.PASS, 60));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void isWrongInAtMostOneOfTwentyRunsAndStopsInTime(
            String name, double[] chances, VerdictStatus wrong, int mostOnAverage) {
        Random random = new Random(20261128);
        int wrongOnes = 0;
        int undecided = 0;
        long samples = 0;
        for (int run = 0; run < RUNS; run++) {
            SamplePlan plan = SamplePlan.inRounds(chances.length, 50, run);
            Watch watch = GATE.watch();
            int place = 0;
            while (place < plan.size() && watch.known().isEmpty()) {
                int golden = plan.caseOf(plan.row(place++));
                watch.add(sample(golden, random.nextDouble() < chances[golden]));
            }
            samples += place;
            wrongOnes += watch.known().equals(Optional.of(wrong)) ? 1 : 0;
            undecided += watch.known().isEmpty() ? 1 : 0;
        }

        assertThat((double) wrongOnes / RUNS).isLessThanOrEqualTo(0.055);
        assertThat((double) samples / RUNS).isLessThanOrEqualTo(mostOnAverage);
        assertThat(undecided).isLessThanOrEqualTo(RUNS / 40);
    }

    private static double[] chances(int cases, java.util.function.IntToDoubleFunction chance) {
        double[] chances = new double[cases];
        Arrays.setAll(chances, chance);
        return chances;
    }

    private static SampleResult sample(int golden, boolean passes) {
        return new SampleResult(
                "case-" + golden, "hash", 1, passes ? CaseOutcome.PASSED : CaseOutcome.FAILED, false, "", List.of());
    }
}
