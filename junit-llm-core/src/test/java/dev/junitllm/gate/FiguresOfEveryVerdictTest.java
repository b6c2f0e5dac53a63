package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FiguresOfEveryVerdictTest {

    private static final String DROP = "smallest detectable drop";

    private static final Offset<Double> ROUNDED = Offset.offset(0.0005);

    @Test
    void sayWhatWasCounted() {
        RunSummary run = Runs.sampled(2, "f1").with(97, 1).errors(1).with(2, 1).end();

        assertThat(figures(new PassRateGate(0.5, ""), run))
                .contains(entry("cases", 50), entry("samples", 100), entry("errors", 1))
                .containsKey(DROP);
        assertThat(figures(new ErrorBudgetGate(new ErrorLimit(0.1)), run))
                .containsExactly(entry("cases", 50), entry("samples", 100), entry("errors", 1));
    }

    @Test
    void sayHowSmallADropARateCouldHaveShown() {
        // 40 cases, bar 0.9: found four times out of five once the rate is 0.153 lower, by the normal approximation
        RunSummary run = Runs.of("f1").with(38, 1).with(2, 0).end();
        RunSummary sampled = Runs.sampled(5, "f1").with(190, 1).with(10, 0).end();

        double drop = (double) figures(new PassRateGate(0.9, ""), run).get(DROP);
        double ofSamples = (double) figures(new PassRateGate(0.9, ""), sampled).get(DROP);

        assertThat(drop * Math.sqrt(40))
                .isCloseTo(
                        1.6449 * Math.sqrt(0.09) + 0.8416 * Math.sqrt((0.9 - drop) * (0.1 + drop)),
                        Offset.offset(1e-3));
        assertThat(ofSamples).as("samples that agree are no further cases").isCloseTo(drop, Offset.offset(0.02));
        assertThat((double) figures(new PassRateGate(Demand.of(0.9, 0.99, Inconclusive.FAIL), ""), run)
                        .get(DROP))
                .as("more confidence needs a larger drop")
                .isGreaterThan(drop);
    }

    @Test
    void countSamplesThatDifferForMoreThanTheirCases() {
        Runs flaky = Runs.sampled(5, "f1");
        Runs once = Runs.of("f1");
        for (int i = 0; i < 40; i++) {
            int passed = 3 + i % 3;
            flaky.with(passed, 1).with(5 - passed, 0);
            once.with(1, i % 5 == 0 ? 0 : 1);
        }

        assertThat((double) figures(new PassRateGate(0.8, ""), flaky.end()).get(DROP))
                .isLessThan(
                        (double) figures(new PassRateGate(0.8, ""), once.end()).get(DROP));
    }

    @Test
    void sayHowSmallADropAMeanCouldHaveShown() {
        // (1.645 + 0.842) · 0.1017 / √30
        RunSummary run = Runs.of("f1").with(15, 0.6).with(15, 0.8).end();

        assertThat((double) figures(new MeanScoreGate("f1", 0.7), run).get(DROP))
                .isCloseTo(0.0462, ROUNDED);
    }

    @Test
    void sayWhereTooFewCasesCouldShowNone() {
        assertThat(figures(new PassRateGate(0.5, ""), Runs.of("f1").with(1, 1).end()))
                .containsEntry(DROP, "none with so few cases");
    }

    @Test
    void areThereForGatesOfOnesOwnWhoseOwnFiguresComeLast() {
        Gate mine = new Gate() {
            @Override
            public GateDescription describe() {
                return new GateDescription("Mine", Map.of());
            }

            @Override
            public Verdict decide(RunSummary run) {
                return Verdict.of(describe(), VerdictStatus.PASS, "fine", tally(run))
                        .figure("pairs", 3)
                        .figure("cases", 2);
            }
        };

        assertThat(figures(mine, Runs.of("f1").with(4, 1).end()))
                .containsExactly(entry("cases", 2), entry("samples", 4), entry("errors", 0), entry("pairs", 3));
    }

    private static Map<String, Object> figures(Gate gate, RunSummary run) {
        return Gates.of(List.of(gate)).decide(run).get(0).figures();
    }
}
