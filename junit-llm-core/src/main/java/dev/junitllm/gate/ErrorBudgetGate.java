package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.Map;
import java.util.Objects;

/**
 * Not too many errors. Over the limit every gate's verdict is ERROR before it is asked, this one's included.
 *
 * @param limit how many
 */
record ErrorBudgetGate(ErrorLimit limit) implements Gate {

    @Override
    public GateDescription describe() {
        return new GateDescription("ErrorBudget", Map.of("atMost", Objects.requireNonNull(limit.atMost())));
    }

    /** A case whose scores are only recorded did answer. */
    @Override
    public Tally tally(RunSummary run) {
        return Tallies.byAnswer(run);
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        double share = (double) tally.errors() / (tally.scored() + tally.errors());
        return Verdict.of(describe(), VerdictStatus.PASS, GateMessages.withinBudget(tally, run), tally)
                .measured(Estimate.of(share))
                .decidedBy(Deciding.errors(run));
    }
}
