package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.ScoreOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At least so many cases must pass.
 *
 * @param atLeast the least share, above 0
 * @param of the score whose bar counts, or empty for all of a case's bars
 */
record PassRateGate(double atLeast, String of) implements Gate {

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!of.isEmpty()) {
            attributes.put("of", of);
        }
        attributes.put("atLeast", atLeast);
        return new GateDescription("PassRate", attributes);
    }

    @Override
    public Tally tally(RunSummary run) {
        return of.isEmpty() ? Tallies.byOutcome(run) : Tallies.byScore(run, of);
    }

    @Override
    public Answers answersFor() {
        return of.isEmpty() ? Answers.FOR_EVERY_BAR : Answers.forScore(of);
    }

    @Override
    public void check(List<PlannedScore> scores) {
        if (scores.stream().allMatch(score -> score.bar().recordOnly())) {
            throw new IllegalArgumentException(
                    "every score of the method is recordOnly, so no case can pass or fail: give one a bar (atLeast),"
                            + " or use @MeanScore");
        }
        String group = of.isEmpty() ? null : NamedScore.find(of, scores).group();
        if (group != null) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score of group '%s', which has the bar: write of = \"%s\""
                            .formatted(of, group, group));
        }
        if (!of.isEmpty() && NamedScore.find(of, scores).bar().recordOnly()) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score without a bar (recordOnly): give it one, or use @MeanScore".formatted(of));
        }
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        CaseMeans rates = CaseMeans.of(run, this::passed);
        Estimate estimate = Intervals.rate(rates, run.samplesPerCase());
        boolean reached = rates.reach(atLeast);
        String reason = GateMessages.rate(tally, run, of, atLeast, estimate, reached);
        if (reached && tally.errors() > 0) {
            CaseMeans worst = CaseMeans.of(run, this::passedWithErrorsAsFailures);
            reason += GateMessages.afterErrors(tally.errors(), worst.mean(), worst.reach(atLeast), atLeast);
        }
        return Verdict.of(describe(), reached ? VerdictStatus.PASS : VerdictStatus.FAIL, reason, tally)
                .measured(estimate)
                .decidedBy(deciding(run));
    }

    List<SampleResult> deciding(RunSummary run) {
        return of.isEmpty() ? Deciding.misses(run) : Deciding.missesOf(run, of);
    }

    @Nullable
    Double passed(SampleResult sample) {
        return switch (outcome(sample)) {
            case PASSED, RECORDED -> 1.0;
            case FAILED -> 0.0;
            case ERROR, NOT_APPLICABLE -> null;
        };
    }

    @Nullable
    Double passedWithErrorsAsFailures(SampleResult sample) {
        return outcome(sample) == ScoreOutcome.ERROR ? Double.valueOf(0) : passed(sample);
    }

    private ScoreOutcome outcome(SampleResult sample) {
        return of.isEmpty() ? Tallies.outcome(sample) : sample.score(of).outcome();
    }
}
