package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.ScoreOutcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each case of a run came out, gone through once, so that any number of slices can be added up from it. */
final class SliceCounts {

    private final int[] passes;
    private final int[] samples;
    private final List<String> scores;
    private final double[][] sums;
    private final int[][] values;

    private SliceCounts(int cases, List<String> scores) {
        this.passes = new int[cases];
        this.samples = new int[cases];
        this.scores = scores;
        this.sums = new double[scores.size()][cases];
        this.values = new int[scores.size()][cases];
    }

    static SliceCounts of(RunSummary run) {
        List<String> scores = run.scores().stream()
                .filter(score -> score.aggregation() == null)
                .map(PlannedScore::name)
                .toList();
        SliceCounts counts = new SliceCounts(run.places() / run.samplesPerCase(), scores);
        run.forEachSample(counts::add);
        return counts;
    }

    private void add(SampleResult sample, int place) {
        ScoreOutcome outcome = Tallies.outcome(sample);
        if (outcome == ScoreOutcome.PASSED || outcome == ScoreOutcome.FAILED) {
            samples[place]++;
            passes[place] += outcome == ScoreOutcome.PASSED ? 1 : 0;
        }
        for (int i = 0; i < scores.size(); i++) {
            Double value = sample.score(scores.get(i)).value();
            if (value != null) {
                sums[i][place] += value;
                values[i][place]++;
            }
        }
    }

    int cases() {
        return samples.length;
    }

    /** The pass rates of those of the cases that have one. */
    double[] rates(BitSet cases) {
        return cases.stream()
                .filter(place -> samples[place] > 0)
                .mapToDouble(place -> (double) passes[place] / samples[place])
                .toArray();
    }

    /** The rate over those of the cases that have one, of which there must be one. */
    Estimate rate(BitSet cases, int samplesPerCase) {
        int[] places = cases.stream().filter(place -> samples[place] > 0).toArray();
        return Intervals.rate(
                Arrays.stream(rates(cases)).average().orElseThrow(),
                Arrays.stream(places).map(place -> passes[place]).toArray(),
                Arrays.stream(places).map(place -> samples[place]).toArray(),
                samplesPerCase,
                Demand.observed(1));
    }

    /** The mean of each score over all samples that have it. */
    Map<String, Double> means(BitSet cases) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < scores.size(); i++) {
            double[] sum = sums[i];
            int[] count = values[i];
            int all = cases.stream().map(place -> count[place]).sum();
            if (all > 0) {
                means.put(
                        scores.get(i),
                        cases.stream().mapToDouble(place -> sum[place]).sum() / all);
            }
        }
        return means;
    }
}
