package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.stats.Interval;
import dev.junitllm.stats.PercentileBootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far off a figure over the set may be, by drawing its cases again, each with all of its samples. The seed follows
 * from the test and the score, so that the same run gives the same interval.
 */
final class FigureInterval {

    private static final double CONFIDENCE = 0.95;
    private static final int MOST_RESAMPLES = 1_000;

    /** Scores added up over all draws: a second or so, whatever the set. */
    private static final int MOST_ADDED = 5_000_000;

    private FigureInterval() {}

    static Estimate estimate(RunSummary run, String score, String figure, double value) {
        List<List<Taken>> cases = byCase(run.taken(score));
        int added = cases.stream().mapToInt(List::size).sum();
        int resamples = Math.min(MOST_RESAMPLES, MOST_ADDED / added);
        if (cases.size() < 2 || resamples < PercentileBootstrap.LEAST_RESAMPLES) {
            return Estimate.of(value);
        }
        long seed = Seeds.of(run, score);
        SetAggregation aggregation = aggregation(run, score);
        Optional<Interval> interval = PercentileBootstrap.draw(
                        cases.size(),
                        drawn -> aggregation
                                .over(scoresOf(cases, drawn))
                                .figures()
                                .getOrDefault(figure, Double.NaN),
                        resamples,
                        seed)
                .map(bootstrap -> bootstrap.twoSided(CONFIDENCE));
        return interval.map(found -> Estimate.between(
                        value,
                        found.lower(),
                        found.upper(),
                        "%s, seed %s".formatted(found.method(), Seeds.shown(seed))))
                .orElseGet(() -> Estimate.of(value));
    }

    private static List<List<Taken>> byCase(List<Taken> taken) {
        Map<String, List<Taken>> cases = new LinkedHashMap<>();
        taken.forEach(score ->
                cases.computeIfAbsent(score.caseId(), id -> new ArrayList<>()).add(score));
        return List.copyOf(cases.values());
    }

    /** A case that is drawn twice counts as two cases, so each draw gets an id of its own. */
    private static List<Taken> scoresOf(List<List<Taken>> cases, int[] drawn) {
        List<Taken> scores = new ArrayList<>();
        for (int place = 0; place < drawn.length; place++) {
            String id = Integer.toString(place);
            cases.get(drawn[place])
                    .forEach(score -> scores.add(new Taken(id, score.sample(), score.value(), score.details())));
        }
        return scores;
    }

    private static SetAggregation aggregation(RunSummary run, String score) {
        return run.scores().stream()
                .filter(planned -> planned.name().equals(score))
                .map(PlannedScore::aggregation)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }
}
