package dev.junitllm.gate;

import static dev.junitllm.run.HistoryFigures.COST;
import static dev.junitllm.run.HistoryFigures.INPUT_TOKENS;
import static dev.junitllm.run.HistoryFigures.LATENCY_MEDIAN;
import static dev.junitllm.run.HistoryFigures.LATENCY_P95;
import static dev.junitllm.run.HistoryFigures.OUTPUT_TOKENS;
import static dev.junitllm.run.HistoryFigures.PASS_RATE;
import static dev.junitllm.run.HistoryFigures.SCORE;

import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryLine;
import java.util.Set;

/**
 * How a figure is watched. Rates and scores differ by points, and each run knows how far off its own may be. Times, tokens
 * and money differ by percents, so their logarithms are watched; what the same cases take varies by so little from run to
 * run that a few percent are let pass.
 *
 * @param name its name in the history
 * @param relative whether it differs by percents
 * @param tolerance the standard error to reckon with at least, in units of what is watched
 * @param least what is smaller is not worth watching
 */
record WatchedFigure(String name, boolean relative, double tolerance, double least) {

    private static final Set<String> TIMES = Set.of(LATENCY_MEDIAN, LATENCY_P95);
    private static final Set<String> AMOUNTS = Set.of(INPUT_TOKENS, OUTPUT_TOKENS, COST);
    private static final double TIME_TOLERANCE = 0.1;
    private static final double AMOUNT_TOLERANCE = 0.02;

    /** No model answers in less: it is a stub, whose time is the machine's. */
    private static final double LEAST_SECONDS = 0.01;

    static WatchedFigure of(String name) {
        if (TIMES.contains(name)) {
            return new WatchedFigure(name, true, TIME_TOLERANCE, LEAST_SECONDS);
        }
        return AMOUNTS.contains(name)
                ? new WatchedFigure(name, true, AMOUNT_TOLERANCE, Double.MIN_NORMAL)
                : new WatchedFigure(name, false, 0, 0);
    }

    /** Whether a run says something of the figure. One that could not be judged still says how often it erred. */
    boolean isIn(HistoryLine run) {
        return run.figure(name).filter(figure -> figure.value() >= least).isPresent()
                && !(run.isError() && isOfTheScored());
    }

    private boolean isOfTheScored() {
        return relative || isBetterWhereHigher();
    }

    boolean isBetterWhereHigher() {
        return name.equals(PASS_RATE) || name.startsWith(SCORE);
    }

    double value(HistoryFigure figure) {
        return relative ? Math.log(figure.value()) : figure.value();
    }

    double standardError(HistoryFigure figure) {
        return relative ? 0 : figure.standardError();
    }

    /** As it is shown. */
    double shown(double watched) {
        return relative ? Math.exp(watched) : watched;
    }
}
