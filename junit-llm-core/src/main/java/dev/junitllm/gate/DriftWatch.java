package dev.junitllm.gate;

import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.stats.Cusum;
import dev.junitllm.stats.DriftBaseline;
import dev.junitllm.stats.DriftChart;
import dev.junitllm.stats.Ewma;
import dev.junitllm.stats.SelfStarting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the runs of one level as they came, and knows at each whether a figure drifts.
 *
 * <p>Each run is measured by those before it, but for runs that drifted, so that a drift does not become the level. A drift
 * shows where CUSUM or EWMA exceeds its limit, and has begun where CUSUM last was at 0. It ends where the moving average is
 * back within one of its own standard deviations, and CUSUM begins anew there.
 *
 * <p>A run's own standard error is the smaller the better it happened to come out; one that takes it at its word cries wolf.
 * It counts for no less than those of the earlier runs, allowing for the numbers of samples.
 */
final class DriftWatch {

    private static final int FEWEST = DriftBaseline.FEWEST_RUNS;
    private static final double BACK = 1;

    /** What is older weighs less than a millionth in the moving average. */
    private static final int MEMORY = 64;

    private final WatchedFigure figure;
    private final List<HistoryLine> runs;
    private final double[] values;
    private final double[] errors;
    private final int[] counts;
    private final boolean hasLast;

    private final double[] level;
    private final double[] levelErrors;
    private final int[] levelCounts;
    private int learned;

    /** How many runs had been learned from before each that was looked at. */
    private final List<Integer> learnedBefore = new ArrayList<>();

    private final List<Double> off = new ArrayList<>();
    private int cusumFrom;
    private boolean drifts;
    private boolean rising;
    private int shown;
    private int since;
    private String rule = "";

    DriftWatch(WatchedFigure figure, List<HistoryLine> runs) {
        this.figure = figure;
        this.runs = runs.stream().filter(figure::isIn).toList();
        this.hasLast = !runs.isEmpty() && figure.isIn(runs.get(runs.size() - 1));
        List<HistoryFigure> figures = this.runs.stream()
                .flatMap(run -> run.figure(figure.name()).stream())
                .toList();
        this.values = figures.stream().mapToDouble(figure::value).toArray();
        this.errors = figures.stream().mapToDouble(figure::standardError).toArray();
        this.counts = figures.stream().mapToInt(HistoryFigure::count).toArray();
        this.level = new double[values.length];
        this.levelErrors = new double[values.length];
        this.levelCounts = new int[values.length];
    }

    /** What drifts at the last run; nothing where that run says nothing of the figure. */
    Optional<DriftWarning> warning() {
        if (!hasLast || values.length <= FEWEST) {
            return Optional.empty();
        }
        for (int run = 0; run < values.length; run++) {
            if (run >= FEWEST) {
                look(run);
            }
            if (!drifts) {
                level[learned] = values[run];
                levelErrors[learned] = errors[run];
                levelCounts[learned] = counts[run];
                learned++;
            }
        }
        if (!drifts) {
            return Optional.empty();
        }
        return Optional.of(new DriftWarning(
                figure.name(),
                rising,
                rising != figure.isBetterWhereHigher(),
                figure.shown(Arrays.stream(level, 0, learned).average().orElseThrow()),
                figure.shown(values[values.length - 1]),
                runs.get(since).time(),
                shown == values.length - 1,
                rule));
    }

    private void look(int run) {
        double[] earlierErrors = Arrays.copyOf(levelErrors, learned);
        off.add(SelfStarting.standardised(Arrays.copyOf(level, learned), earlierErrors, values[run], error(run)));
        learnedBefore.add(learned);
        DriftChart sums = Cusum.STANDARD.watch(numbers(off.subList(cusumFrom, off.size())));
        Chart cusum = Chart.of(sums);
        Chart ewma = Chart.of(Ewma.STANDARD.watch(numbers(off.subList(Math.max(0, off.size() - MEMORY), off.size()))));
        if (drifts) {
            if ((rising ? ewma.rising() : ewma.falling()) <= BACK) {
                drifts = false;
                cusumFrom = off.size();
            }
        } else if (cusum.exceeds() || ewma.exceeds()) {
            Chart alarm = cusum.exceeds() ? cusum : ewma;
            drifts = true;
            rising = alarm.rising() > alarm.falling();
            shown = run;
            int began = cusumFrom + began(rising ? sums.rising() : sums.falling());
            since = FEWEST + began;
            learned = learnedBefore.get(began);
            rule = cusum.exceeds() ? "CUSUM" : "EWMA";
        } else if (cusum.rising() == 0 && cusum.falling() == 0) {
            cusumFrom = off.size(); // it begins anew by itself: nothing before counts any more
        }
    }

    private double error(int run) {
        double squares = 0;
        for (int i = 0; i < learned; i++) {
            squares += levelErrors[i] * levelErrors[i] * levelCounts[i];
        }
        double usual = Math.sqrt(squares / learned / Math.max(1, counts[run]));
        return Math.max(figure.tolerance(), Math.max(errors[run], usual));
    }

    /** The first of the sums that are above 0 to the end. */
    private static int began(List<Double> sums) {
        int first = sums.size() - 1;
        while (first > 0 && sums.get(first - 1) > 0) {
            first--;
        }
        return first;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What a rule makes of the last run. */
    private record Chart(double rising, double falling, double limit) {

        static Chart of(DriftChart chart) {
            int last = chart.rising().size() - 1;
            return new Chart(chart.rising().get(last), chart.falling().get(last), chart.limit());
        }

        boolean exceeds() {
            return rising > limit || falling > limit;
        }
    }
}
