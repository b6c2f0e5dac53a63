package dev.junitllm.gate;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.score.ScoreOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The samples that stand against a gate, worst first; ties stay in the order of the golden file. */
final class Deciding {

    /** More than a person reads, little enough to keep. */
    private static final int MOST = 100;

    private Deciding() {}

    /** Misses by their lowest failed score, then errors. */
    static List<SampleResult> misses(RunSummary run) {
        return run.samples()
                .filter(sample -> sample.outcome() != CaseOutcome.PASSED)
                .sorted(Comparator.comparing((SampleResult sample) -> sample.outcome() != CaseOutcome.FAILED)
                        .thenComparingDouble(Deciding::lowestFailed))
                .limit(MOST)
                .toList();
    }

    /** Misses of one score by its value, then errors of it. */
    static List<SampleResult> missesOf(RunSummary run, String score) {
        return run.samples()
                .filter(sample -> sample.score(score).outcome() == ScoreOutcome.FAILED
                        || sample.score(score).outcome() == ScoreOutcome.ERROR)
                .sorted(Comparator.comparingDouble(sample -> valueOr(sample, score, 2)))
                .limit(MOST)
                .toList();
    }

    /** Values of one score below a bar, lowest first, then errors of it. */
    static List<SampleResult> below(RunSummary run, String score, double bar) {
        return run.samples()
                .filter(sample -> sample.score(score).outcome() != ScoreOutcome.NOT_APPLICABLE)
                .filter(sample -> {
                    double value = valueOr(sample, score, 2);
                    return value < bar || value > 1;
                })
                .sorted(Comparator.comparingDouble(sample -> valueOr(sample, score, 2)))
                .limit(MOST)
                .toList();
    }

    /** Samples that are errors. */
    static List<SampleResult> errors(RunSummary run) {
        return run.samples()
                .filter(sample -> Tallies.outcome(sample) == ScoreOutcome.ERROR)
                .limit(MOST)
                .toList();
    }

    private static double lowestFailed(SampleResult sample) {
        return sample.scores().stream()
                .filter(score -> score.outcome() == ScoreOutcome.FAILED)
                .map(SampleResult.ScoreValue::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(-1);
    }

    private static double valueOr(SampleResult sample, String score, double otherwise) {
        Double value = sample.score(score).value();
        return value == null ? otherwise : value;
    }
}
