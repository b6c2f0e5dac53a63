package dev.junitllm.judge.criteria;

import dev.junitllm.Decimals;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.SetFigures.FigureTable;
import dev.junitllm.stats.Correlation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the application's answers win over a whole set, ties and comparisons that the order decided counting half; how often
 * the order decided; and whether longer answers win more.
 */
record PreferenceFigures() implements SetAggregation {

    static final String INCONSISTENT = "position-inconsistent";
    static final String LENGTH_DELTA = "length-delta";

    private static final String MAIN = "win rate";

    @Override
    public SetFigures over(List<Taken> taken) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(MAIN, taken.stream().mapToDouble(Taken::value).average().orElseThrow());
        figures.put(
                "position inconsistency",
                taken.stream()
                        .mapToDouble(one -> VotedDetails.share(one, INCONSISTENT))
                        .average()
                        .orElseThrow());
        return new SetFigures(MAIN, figures, List.of(length(taken)));
    }

    /** A correlation may be negative, which no figure is. */
    private static FigureTable length(List<Taken> taken) {
        double[] values = taken.stream().mapToDouble(Taken::value).toArray();
        double[] deltas =
                taken.stream().mapToDouble(PreferenceFigures::lengthDelta).toArray();
        var correlation = Correlation.SPEARMAN.of(values, deltas);
        return new FigureTable(
                "length bias",
                List.of("score with length of answer less the other's", "Spearman's rho"),
                List.of(List.of(
                        taken.size() + " comparisons",
                        correlation.isPresent() ? Decimals.show(correlation.getAsDouble()) : "undefined")));
    }

    private static double lengthDelta(Taken taken) {
        return VotedDetails.of(taken).stream()
                .map(details -> details.get(LENGTH_DELTA))
                .filter(Number.class::isInstance)
                .mapToDouble(delta -> ((Number) delta).doubleValue())
                .findFirst()
                .orElse(0);
    }
}
