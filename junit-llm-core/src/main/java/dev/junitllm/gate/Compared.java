package dev.junitllm.gate;

import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.BaselineScore;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.SampleResult;
import dev.junitllm.score.ScoreOutcome;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a case is compared with its baseline.
 *
 * @param of the score, or empty for whether the case passes
 * @param mean whether it is the score's value rather than whether it reaches its bar
 */
record Compared(String of, boolean mean) {

    /**
     * How a case came out in what is compared.
     *
     * @param value the pass rate of its samples, or the mean of its score
     * @param samples how many samples it rests on
     */
    record Level(double value, int samples) {}

    Optional<Level> level(BaselineMark mark) {
        if (of.isEmpty()) {
            return mark.outcome() == CaseOutcome.UNSCORED
                    ? Optional.empty()
                    : Optional.of(new Level((double) mark.passes() / mark.samples(), mark.samples()));
        }
        return Optional.ofNullable(mark.scores().get(of))
                .map(value ->
                        new Level(mean ? value.mean() : (double) value.passes() / value.samples(), value.samples()));
    }

    /** A single sample; empty where it ended in an error, or nothing applies to it. */
    Optional<Level> level(SampleResult sample) {
        SampleResult.ScoreValue score = of.isEmpty() ? null : sample.score(of);
        if (mean) {
            return Optional.ofNullable(score)
                    .map(SampleResult.ScoreValue::value)
                    .map(value -> new Level(value, 1));
        }
        return switch (score == null ? Tallies.outcome(sample) : score.outcome()) {
            case PASSED -> Optional.of(new Level(1, 1));
            case FAILED -> Optional.of(new Level(0, 1));
            case ERROR, NOT_APPLICABLE, RECORDED -> Optional.empty();
        };
    }

    boolean isError(SampleResult sample) {
        return (of.isEmpty() ? Tallies.outcome(sample) : sample.score(of).outcome()) == ScoreOutcome.ERROR;
    }

    /** Why values of the two can't be compared, or empty where they can. */
    Optional<String> unlike(Map<String, BaselineScore> then, Map<String, BaselineScore> now) {
        Set<String> names = new LinkedHashSet<>(of.isEmpty() ? now.keySet() : Set.of(of));
        if (of.isEmpty()) {
            names.addAll(then.keySet());
        }
        return names.stream()
                .flatMap(name -> unlike(name, then.get(name), now.get(name)).stream())
                .findFirst();
    }

    private Optional<String> unlike(
            String name,
            @org.jspecify.annotations.Nullable BaselineScore then,
            @org.jspecify.annotations.Nullable BaselineScore now) {
        boolean decides = !of.isEmpty()
                || (then != null && !then.bar().recordOnly())
                || (now != null && !now.bar().recordOnly());
        if (!decides) {
            return Optional.empty();
        }
        if (then == null || now == null) {
            return Optional.of(NoRegressionMessages.scoreIsNewOrGone(name, then == null));
        }
        if (!then.fingerprint().equals(now.fingerprint())) {
            return Optional.of(NoRegressionMessages.scoreIsMadeDifferently(name));
        }
        return mean || then.bar().equals(now.bar())
                ? Optional.empty()
                : Optional.of(NoRegressionMessages.otherBar(name, then.bar(), now.bar()));
    }
}
