package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.ScoreOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettledMeanTest {

    /** P passes, F fails, E errs; of cases a, b, c and so on. */
    private static SettledMean after(double bar, int cases, int samplesPerCase, String... samples) {
        SettledMean mean = new SettledMean(
                bar,
                cases,
                samplesPerCase,
                sample -> sample.outcome() == CaseOutcome.ERROR
                        ? null
                        : Double.valueOf(sample.outcome() == CaseOutcome.PASSED ? 1 : 0));
        for (String sample : samples) {
            mean.add(sample(sample.substring(0, 1), sample.charAt(1)));
        }
        return mean;
    }

    private static SampleResult sample(String id, char outcome) {
        return new SampleResult(
                id,
                "hash",
                1,
                outcome == 'E' ? CaseOutcome.ERROR : outcome == 'P' ? CaseOutcome.PASSED : CaseOutcome.FAILED,
                false,
                outcome == 'E' ? "503" : "",
                outcome == 'E'
                        ? List.of()
                        : List.of(new SampleResult.ScoreValue(
                                "token-f1",
                                outcome == 'P' ? ScoreOutcome.PASSED : ScoreOutcome.FAILED,
                                outcome == 'P' ? 1.0 : 0.0)));
    }

    @Test
    void isSettledAsSoonAsTheRestCantChangeIt() {
        assertThat(after(0.5, 4, 1, "aP").known()).isEmpty();
        assertThat(after(0.5, 4, 1, "aP", "bP").known()).contains(VerdictStatus.PASS);
        assertThat(after(0.5, 4, 1, "aF", "bF").known()).isEmpty();
        assertThat(after(0.5, 4, 1, "aF", "bF", "cF").known()).contains(VerdictStatus.FAIL);
    }

    @Test
    void anErrorLeavesTheOthersToSettleIt() {
        assertThat(after(0.5, 4, 1, "aE", "bP").known()).as("1 of 3 is too few").isEmpty();
        assertThat(after(0.5, 4, 1, "aE", "bP", "cP").known()).contains(VerdictStatus.PASS);
        assertThat(after(0.6, 2, 2, "aE", "aP", "bF").known())
                .as("a is 1, b may be a half: at most 3/4")
                .isEmpty();
        assertThat(after(0.8, 2, 2, "aE", "aP", "bF").known()).contains(VerdictStatus.FAIL);
        assertThat(after(0.5, 1, 1, "aE").known()).isEmpty();
    }

    @Test
    void saysWhatTheMeanCanStillBecome() {
        assertThat(after(0.9, 4, 1, "aF", "bP").reason())
                .isEqualTo(
                        "the figure over all samples lies between 0.25 and 0.75, whatever those that were left out came to: below 0.9 either way");
    }

    /** Whatever comes, errors included: what was settled is what the gate says in the end, and what it says at once. */
    @Test
    void theGateNeverSaysOtherwiseInTheEnd() {
        Random random = new Random(20261128);
        int settled = 0;
        for (int trial = 0; trial < 400; trial++) {
            int cases = 1 + random.nextInt(6);
            int samplesPerCase = 1 + random.nextInt(4);
            double bar = (1 + random.nextInt(10)) / 10.0;
            double chance = random.nextDouble();
            PassRateGate gate = new PassRateGate(bar, "");
            Settling mean = gate.settled(cases, samplesPerCase).orElseThrow();
            List<Character> outcomes = new ArrayList<>();
            Optional<VerdictStatus> first = Optional.empty();
            for (int i = 0; i < cases * samplesPerCase; i++) {
                char outcome = random.nextInt(8) == 0 ? 'E' : random.nextDouble() < chance ? 'P' : 'F';
                outcomes.add(outcome);
                mean.add(sample("case-" + i / samplesPerCase, outcome));
                first = first.isPresent() ? first : mean.known();
            }
            if (first.isPresent() && outcomes.stream().anyMatch(outcome -> outcome != 'E')) {
                settled++;
                assertThat(whole(gate, samplesPerCase, outcomes).status())
                        .as("%s of %s × %s against %s", outcomes, cases, samplesPerCase, bar)
                        .isEqualTo(first.get());
            }
        }
        assertThat(settled).isGreaterThan(300);
    }

    private static Verdict whole(PassRateGate gate, int samplesPerCase, List<Character> outcomes) {
        Runs runs = Runs.sampled(samplesPerCase, "token-f1");
        outcomes.forEach(outcome -> {
            if (outcome == 'E') {
                runs.errors(1);
            } else {
                runs.with(1, outcome == 'P' ? 1 : 0);
            }
        });
        return gate.decide(runs.end());
    }
}
