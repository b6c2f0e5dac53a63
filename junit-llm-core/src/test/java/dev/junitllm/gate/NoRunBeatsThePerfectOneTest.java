package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes out of a run, a run of the same size in which everything passes gets no worse a verdict. It is easily
 * violated where an interval is estimated: samples that all agree leave nothing to estimate from.
 */
class NoRunBeatsThePerfectOneTest {

    private static final int RUNS = 25;

    private static final List<VerdictStatus> BEST_FIRST = List.of(VerdictStatus.values());

    static Stream<Gate> gates() {
        return Stream.of(0.5, 0.8, 0.86, 0.9, 0.95, 1.0)
                .flatMap(bar -> Stream.of(Double.NaN, 0.6, 0.95, 0.99).flatMap(confidence -> gates(bar, confidence)));
    }

    private static Stream<Gate> gates(double bar, double confidence) {
        return Stream.of(
                new PassRateGate(Demand.of(bar, confidence, Inconclusive.FAIL), ""),
                new MeanScoreGate("f1", Demand.of(bar, confidence, Inconclusive.FAIL)));
    }

    @ParameterizedTest
    @MethodSource("gates")
    void isNoWorseThanAnyRunOfItsSize(Gate gate) {
        Random random = new Random(20261128);
        for (int i = 0; i < RUNS; i++) {
            int cases = 1 + random.nextInt(60);
            int samples = 1 + random.nextInt(4);
            List<Double> values = values(random, cases * samples);
            Verdict perfect = decide(
                    gate,
                    samples,
                    IntStream.range(0, cases * samples).mapToObj(place -> 1.0).toList());
            Verdict other = decide(gate, samples, values);

            assertThat(BEST_FIRST.indexOf(perfect.status()))
                    .as("%s × %s: %s, and of %s: %s", cases, samples, perfect.line(), values, other.line())
                    .isLessThanOrEqualTo(BEST_FIRST.indexOf(other.status()));
        }
    }

    /** Mostly good, so that bars lie near; where NaN, an error. */
    private static List<Double> values(Random random, int size) {
        double good = 1 - random.nextDouble() * random.nextDouble() / 2;
        double errors = random.nextInt(4) == 0 ? 0.05 : 0;
        double worst = random.nextDouble();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double error = random.nextDouble();
            values.add(error < errors ? Double.NaN : random.nextDouble() < good ? 1.0 : worst);
        }
        return values;
    }

    private static Verdict decide(Gate gate, int samples, List<Double> values) {
        Runs runs = Runs.sampled(samples, "f1");
        for (double value : values) {
            if (Double.isNaN(value)) {
                runs.errors(1);
            } else {
                runs.with(1, CaseScore.held("f1", Score.of(value), Bar.atLeast(1)));
            }
        }
        return Gates.of(List.of(gate)).decide(runs.end()).get(0);
    }
}
