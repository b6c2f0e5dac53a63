package dev.junitllm.gate;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.score.ScoreOutcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts samples the ways gates count them. */
public final class Tallies {

    private Tallies() {}

    /**
     * By the outcome of the case. A sample of which no score applies is left out, not an error.
     *
     * @param run the run
     * @return the counts
     */
    public static Tally byOutcome(RunSummary run) {
        return count(run.samples(), Tallies::outcome);
    }

    /** By the outcome of one score, over the samples that came as far as being scored. */
    static Tally taken(RunSummary run, String name) {
        return count(
                run.samples().filter(sample -> !sample.scores().isEmpty()),
                sample -> sample.score(name).outcome());
    }

    /**
     * By the outcome of one score. A recorded score counts as passed: it was made. A sample without it is an error.
     *
     * @param run the run
     * @param name the score's name
     * @return the counts
     */
    public static Tally byScore(RunSummary run, String name) {
        return count(run.samples(), sample -> sample.score(name).outcome());
    }

    /** By whether there was an answer that could be scored. */
    static Tally byAnswer(RunSummary run) {
        return count(run.samples(), sample -> isOnlyRecorded(sample) ? ScoreOutcome.RECORDED : outcome(sample));
    }

    private static boolean isOnlyRecorded(SampleResult sample) {
        return sample.outcome() == CaseOutcome.UNSCORED
                && sample.scores().stream().anyMatch(score -> score.outcome() == ScoreOutcome.RECORDED);
    }

    static ScoreOutcome outcome(SampleResult sample) {
        if (sample.outcome() == CaseOutcome.PASSED) {
            return ScoreOutcome.PASSED;
        }
        if (sample.outcome() == CaseOutcome.FAILED) {
            return ScoreOutcome.FAILED;
        }
        boolean nothingApplies = sample.outcome() == CaseOutcome.UNSCORED
                && sample.scores().stream().anyMatch(score -> score.outcome() == ScoreOutcome.NOT_APPLICABLE);
        return nothingApplies ? ScoreOutcome.NOT_APPLICABLE : ScoreOutcome.ERROR;
    }

    private static Tally count(Stream<SampleResult> samples, Function<SampleResult, ScoreOutcome> by) {
        Map<ScoreOutcome, Integer> counts = new EnumMap<>(ScoreOutcome.class);
        samples.map(by).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return new Tally(
                counts.getOrDefault(ScoreOutcome.PASSED, 0) + counts.getOrDefault(ScoreOutcome.RECORDED, 0),
                counts.getOrDefault(ScoreOutcome.FAILED, 0),
                counts.getOrDefault(ScoreOutcome.ERROR, 0),
                counts.getOrDefault(ScoreOutcome.NOT_APPLICABLE, 0));
    }
}
