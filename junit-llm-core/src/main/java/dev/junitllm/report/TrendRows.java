package dev.junitllm.report;

import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryFigures;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs and figures that a chart shows.
 *
 * @param runs oldest first
 * @param figures those that some run has; of errors, empty answers and the like only what ever happened
 */
record TrendRows(List<HistoryLine> runs, Set<String> figures) {

    private static final Set<String> RARE = Set.of(
            HistoryFigures.ERROR_RATE,
            HistoryFigures.EMPTY_RATE,
            HistoryFigures.REFUSAL_RATE,
            HistoryFigures.CONTENT_FILTER_RATE);

    static TrendRows of(RunHistory history) {
        List<HistoryLine> all = history.runs();
        List<HistoryLine> shown = all.subList(Math.max(0, all.size() - history.chart()), all.size());
        Set<String> figures = new LinkedHashSet<>();
        for (HistoryLine run : shown) {
            run.figures().forEach((name, figure) -> {
                if (!RARE.contains(name) || figure.value() > 0) {
                    figures.add(name);
                }
            });
        }
        return new TrendRows(shown, figures);
    }

    /** The figure of each run, empty where a run has none. */
    List<Optional<Double>> values(String figure) {
        return runs.stream()
                .map(run -> run.figure(figure).map(HistoryFigure::value))
                .toList();
    }
}
