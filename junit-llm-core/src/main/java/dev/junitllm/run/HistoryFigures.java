package dev.junitllm.run;

import dev.junitllm.stats.ClusteredRate;
import dev.junitllm.stats.MeanInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sums a run up in the figures that a history keeps. */
public final class HistoryFigures {

    /** Of the cases that passed or failed, each weighing the same. */
    public static final String PASS_RATE = "passRate";

    /** Before the name of a score: its mean over the cases. */
    public static final String SCORE = "score ";

    /** The median of the bodies' durations, in seconds, without errors. */
    public static final String LATENCY_MEDIAN = "latencyMedian";

    /** What 95 of 100 bodies stay below, in seconds, without errors. */
    public static final String LATENCY_P95 = "latencyP95";

    /** Per sample that reported it. */
    public static final String INPUT_TOKENS = "inputTokens";

    /** Per sample that reported it. */
    public static final String OUTPUT_TOKENS = "outputTokens";

    /** Per sample that reported it, in whatever money it was. */
    public static final String COST = "cost";

    /** Of all samples. */
    public static final String ERROR_RATE = "errorRate";

    /** Of the outputs that were recorded, those with nothing but white space. */
    public static final String EMPTY_RATE = "emptyRate";

    /** Of all samples. */
    public static final String REFUSAL_RATE = "refusalRate";

    /** Of all samples. */
    public static final String CONTENT_FILTER_RATE = "contentFilterRate";

    /** All but the scores, which have names of their own. */
    public static final List<String> NAMES = List.of(
            PASS_RATE,
            LATENCY_MEDIAN,
            LATENCY_P95,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            COST,
            ERROR_RATE,
            EMPTY_RATE,
            REFUSAL_RATE,
            CONTENT_FILTER_RATE);

    private final Map<String, HistoryFigure> figures = new LinkedHashMap<>();
    private final RunSummary run;
    private final int cases;

    private HistoryFigures(RunSummary run) {
        this.run = run;
        this.cases = Math.max(1, run.cases());
    }

    static Map<String, HistoryFigure> of(RunSummary run) {
        HistoryFigures made = new HistoryFigures(run);
        RunMeter.Reading reading = run.reading();
        made.addRate(PASS_RATE, sample -> switch (sample.outcome()) {
            case PASSED -> 1.0;
            case FAILED -> 0.0;
            case ERROR, UNSCORED -> null;
        });
        run.scoreNames().forEach(made::addScore);
        made.addLatency(reading.seconds());
        made.addAverage(INPUT_TOKENS, reading.input());
        made.addAverage(OUTPUT_TOKENS, reading.output());
        made.addAverage(COST, reading.cost());
        made.addRate(ERROR_RATE, sample -> sample.outcome() == CaseOutcome.ERROR ? 1.0 : 0.0);
        made.addShare(EMPTY_RATE, reading.blank(), reading.outputs());
        made.addShare(REFUSAL_RATE, reading.refused(), reading.samples());
        made.addShare(CONTENT_FILTER_RATE, reading.filtered(), reading.samples());
        return made.figures;
    }

    private void addRate(String name, Function<SampleResult, @Nullable Double> hit) {
        List<List<Double>> byCase = byCase(hit);
        if (byCase.isEmpty()) {
            return;
        }
        int[] hits = byCase.stream()
                .mapToInt(samples ->
                        (int) samples.stream().filter(value -> value == 1).count())
                .toArray();
        ClusteredRate rate =
                ClusteredRate.of(hits, byCase.stream().mapToInt(List::size).toArray());
        put(name, rate.rate(), rate.standardError(), rate.cases(), (int) rate.samples());
    }

    private void addScore(String score) {
        List<List<Double>> byCase = byCase(sample -> sample.score(score).value());
        if (byCase.isEmpty()) {
            return;
        }
        MeanInterval mean = MeanInterval.of(byCase.stream()
                .mapToDouble(samples -> Math.min(
                        1,
                        samples.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()))
                .toArray());
        int samples = byCase.stream().mapToInt(List::size).sum();
        put(SCORE + score, mean.mean(), mean.standardError(), mean.cases(), samples);
    }

    private void addShare(String name, int hits, int samples) {
        if (samples > 0) {
            // samples of a case resemble each other: no surer than one of each
            double share = hits / (double) samples;
            double error = Math.sqrt(share * (1 - share) / Math.min(samples, cases));
            put(name, share, error, Math.min(samples, cases), samples);
        }
    }

    private void addLatency(double[] seconds) {
        if (seconds.length > 0) {
            figures.put(LATENCY_MEDIAN, new HistoryFigure(rounded(percentile(seconds, 0.5)), 0, seconds.length));
            figures.put(LATENCY_P95, new HistoryFigure(rounded(percentile(seconds, 0.95)), 0, seconds.length));
        }
    }

    private void addAverage(String name, RunMeter.Average average) {
        if (average.count() > 0) {
            figures.put(name, new HistoryFigure(average.mean(), 0, average.count()));
        }
    }

    private List<List<Double>> byCase(Function<SampleResult, @Nullable Double> value) {
        Map<String, List<Double>> byCase = new LinkedHashMap<>();
        run.samples().forEach(sample -> {
            Double taken = value.apply(sample);
            if (taken != null) {
                byCase.computeIfAbsent(sample.caseId(), id -> new ArrayList<>(1))
                        .add(taken);
            }
        });
        return List.copyOf(byCase.values());
    }

    private void put(String name, double value, double standardError, int units, int samples) {
        figures.put(name, new HistoryFigure(value, known(standardError, value, units), samples));
    }

    /**
     * Where no two cases differ, the spread of so few says nothing: as if half a case more had gone either way (Jeffreys),
     * the most that values from 0 to 1 can spread.
     */
    private static double known(double standardError, double value, int units) {
        if (standardError > 0) {
            return standardError;
        }
        double likely = (value * units + 0.5) / (units + 1);
        return Math.sqrt(likely * (1 - likely) / units);
    }

    /** The least that so large a share does not exceed. */
    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** A clock tells no more, and the file stays readable. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 1e6) / 1e6;
    }
}
