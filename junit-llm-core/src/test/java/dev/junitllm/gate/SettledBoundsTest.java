package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettledBoundsTest {

    private static final PassRateGate GATE = new PassRateGate(Demand.of(0.9, 0.95, Inconclusive.FAIL), "");

    /** P passes, F fails, E errs. */
    private static Settling after(PassRateGate gate, int cases, String outcomes) {
        Settling bounds = gate.settled(cases, 1).orElseThrow();
        outcomes.chars().forEach(outcome -> bounds.add(sample((char) outcome)));
        return bounds;
    }

    private static SampleResult sample(char outcome) {
        return new SampleResult(
                "case",
                "hash",
                1,
                outcome == 'E' ? CaseOutcome.ERROR : outcome == 'P' ? CaseOutcome.PASSED : CaseOutcome.FAILED,
                false,
                outcome == 'E' ? "503" : "",
                List.of());
    }

    /** At 0.95, 29 of 29 passes show 0.9 and 28 of 28 don't; 44 of 45 don't and 45 of 46 do. */
    @Test
    void aPassIsSettledOnceTheRestMayFail() {
        assertThat(after(GATE, 29, "P".repeat(28)).known()).isEmpty();
        assertThat(after(GATE, 29, "P".repeat(29)).known()).contains(VerdictStatus.PASS);
        assertThat(after(GATE, 46, "P".repeat(45)).known()).contains(VerdictStatus.PASS);
        assertThat(after(GATE, 46, "P".repeat(45)).reason())
                .startsWith(
                        "had all that were left out failed, the rate over all samples would still have been shown to be"
                                + " at least 0.9 (one-sided lower bound, at a confidence of 0.95, is 0.90");
    }

    @Test
    void aFailureIsSettledOnceTheRestMayPass() {
        assertThat(after(GATE, 29, "F".repeat(6)).known()).isEmpty();
        Settling lost = after(GATE, 29, "F".repeat(7));
        assertThat(lost.known()).contains(VerdictStatus.FAIL);
        assertThat(lost.reason())
                .startsWith(
                        "had all that were left out passed, the rate over all samples would still have been shown to be"
                                + " below 0.9 (one-sided upper bound, at a confidence of 0.95, is 0.88");
    }

    @Test
    void thatNothingCanBeShownIsSettledToo() {
        assertThat(after(GATE, 29, "F" + "P".repeat(21)).known()).isEmpty();
        Settling open = after(GATE, 29, "F" + "P".repeat(23));
        assertThat(open.known()).contains(VerdictStatus.INCONCLUSIVE);
        assertThat(open.reason())
                .isEqualTo(
                        "whatever those that were left out came to, the rate over all samples would not have been shown"
                                + " to be at least 0.9, nor below it (one-sided bounds at a confidence of 0.95)");
    }

    @Test
    void isNeverSettledWithSeveralSamplesOrInASlice() {
        assertThat(GATE.settled(40, 2)).isEmpty();
        assertThat(new PassRateGate(GATE.demand(), "", "language=de").settled(40, 1))
                .isEmpty();
    }

    /** Whatever comes, errors included: what was settled is what the gate says in the end, and what it says at once. */
    @Test
    void theGateNeverSaysOtherwise() {
        Random random = new Random(20261128);
        Map<VerdictStatus, Integer> settled = new EnumMap<>(VerdictStatus.class);
        for (int trial = 0; trial < 300; trial++) {
            int cases = 5 + random.nextInt(45);
            double bar = (5 + random.nextInt(5)) / 10.0;
            double chance = bar - 0.4 + random.nextDouble() * 0.6;
            PassRateGate gate = new PassRateGate(Demand.of(bar, 0.8, Inconclusive.FAIL), "");
            Settling bounds = gate.settled(cases, 1).orElseThrow();
            Runs runs = Runs.of("token-f1");
            Optional<VerdictStatus> first = Optional.empty();
            for (int i = 0; i < cases; i++) {
                char outcome = random.nextInt(8) == 0 ? 'E' : random.nextDouble() < chance ? 'P' : 'F';
                bounds.add(sample(outcome));
                if (outcome == 'E') {
                    runs.errors(1);
                } else {
                    runs.with(1, outcome == 'P' ? 1 : 0);
                }
                if (first.isEmpty() && bounds.known().isPresent()) {
                    first = bounds.known();
                    assertThat(gate.decide(runs.end()).status()).as("at once").isEqualTo(first.orElseThrow());
                }
            }
            if (first.isPresent()) {
                settled.merge(first.orElseThrow(), 1, Integer::sum);
                assertThat(gate.decide(runs.end()).status()).as("in the end").isEqualTo(first.orElseThrow());
            }
        }
        assertThat(settled)
                .allSatisfy((status, count) -> assertThat(count).isGreaterThan(20))
                .hasSize(3);
    }
}
