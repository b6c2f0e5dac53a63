package dev.junitllm.judge.criteria;

import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean over a set, and what becomes of the score where nothing changes but the group that somebody belongs to: cases that are such
 * variants of each other name one pair in their metadata, and the figure is 1 less the difference of their scores, on average over
 * the pairs. It needs no judge of its own.
 */
record SwapFigures() implements SetAggregation {

    static final String PAIR = "swap";

    private static final String MAIN = "mean";

    @Override
    public SetFigures over(List<Taken> taken) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(MAIN, taken.stream().mapToDouble(Taken::value).average().orElseThrow());
        byPair(taken).values().stream()
                .filter(cases -> cases.size() > 1)
                .mapToDouble(SwapFigures::consistency)
                .average()
                .ifPresent(consistency -> figures.put("counterfactual consistency", Math.min(1, consistency)));
        return new SetFigures(MAIN, figures, List.of());
    }

    /** By pair, then by case: the samples of a case are one value, their mean. */
    private static Map<String, Map<String, DoubleSummaryStatistics>> byPair(List<Taken> taken) {
        Map<String, Map<String, DoubleSummaryStatistics>> pairs = new LinkedHashMap<>();
        for (Taken one : taken) {
            VotedDetails.of(one).stream()
                    .map(details -> details.get(PAIR))
                    .filter(String.class::isInstance)
                    .findFirst()
                    .ifPresent(pair -> pairs.computeIfAbsent((String) pair, name -> new LinkedHashMap<>())
                            .computeIfAbsent(one.caseId(), id -> new DoubleSummaryStatistics())
                            .accept(one.value()));
        }
        return pairs;
    }

    private static double consistency(Map<String, DoubleSummaryStatistics> cases) {
        DoubleSummaryStatistics means = cases.values().stream()
                .mapToDouble(DoubleSummaryStatistics::getAverage)
                .summaryStatistics();
        return 1 - (means.getMax() - means.getMin());
    }
}
