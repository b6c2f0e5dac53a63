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
 * The mean of one score must be high enough.
 *
 * @param of the score
 * @param atLeast the least mean, above 0
 */
record MeanScoreGate(String of, double atLeast) implements Gate {

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("of", of);
        attributes.put("atLeast", atLeast);
        return new GateDescription("MeanScore", attributes);
    }

    @Override
    public Tally tally(RunSummary run) {
        return Tallies.byScore(run, of);
    }

    @Override
    public Answers answersFor() {
        return Answers.forScore(of);
    }

    @Override
    public void check(List<PlannedScore> scores) {
        if (NamedScore.find(of, scores).aggregation() != null) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score that adds up over the set to other figures than its mean: use @SetScore"
                            .formatted(of));
        }
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        CaseMeans means = CaseMeans.of(run, sample -> sample.score(of).value());
        Estimate estimate = Intervals.mean(means);
        boolean reached = means.reach(atLeast);
        String reason = GateMessages.mean(tally, run, of, atLeast, estimate, reached);
        if (reached && tally.errors() > 0) {
            CaseMeans worst = CaseMeans.of(run, this::valueWithErrorsAsZero);
            reason += GateMessages.afterErrors(tally.errors(), worst.mean(), worst.reach(atLeast), atLeast);
        }
        return Verdict.of(describe(), reached ? VerdictStatus.PASS : VerdictStatus.FAIL, reason, tally)
                .measured(estimate)
                .decidedBy(Deciding.below(run, of, atLeast));
    }

    private @Nullable Double valueWithErrorsAsZero(SampleResult sample) {
        SampleResult.ScoreValue score = sample.score(of);
        return score.outcome() == ScoreOutcome.ERROR ? Double.valueOf(0) : score.value();
    }
}
