package dev.junitllm.judge.cost;

import dev.junitllm.gate.Gate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.trace.cost.PriceTable;
import java.util.List;

/**
 * What the judges of a test may cost.
 *
 * @param limits what is allowed
 * @param calls what is counted
 * @param currency of the costs
 */
record BudgetGate(BudgetLimits limits, TestCalls calls, String currency) implements Gate {

    @Override
    public GateDescription describe() {
        return new GateDescription("Budget", limits.attributes());
    }

    @Override
    public void check(List<PlannedScore> scores) {
        TestCalls.Counts counts = calls.counts();
        if (counts.models().isEmpty()) {
            throw new IllegalArgumentException("it counts the calls of judges, and this method has none");
        }
        if (limits.cost().isPresent() && !counts.unpriced().isEmpty()) {
            throw new IllegalArgumentException(
                    "maxCost: %s has no price; add it to the file that %s names; a model that costs nothing needs a 0"
                            .formatted(String.join(", ", counts.unpriced()), PriceTable.FILE.name()));
        }
    }

    @Override
    public Verdict decide(RunSummary run) {
        Decision decision = decide(calls.counts());
        return Verdict.of(describe(), decision.status(), decision.reason(), tally(run));
    }

    /** What is too much already is too much, whatever is unknown or was replayed. */
    Decision decide(TestCalls.Counts counts) {
        List<String> passed = limits.passed(counts, currency);
        if (!passed.isEmpty()) {
            return new Decision(VerdictStatus.FAIL, String.join("; ", passed));
        }
        List<String> unknown = limits.unknown(counts);
        if (!unknown.isEmpty()) {
            return new Decision(VerdictStatus.ERROR, String.join("; ", unknown));
        }
        if (counts.replayed() > 0) {
            return new Decision(
                    VerdictStatus.NOT_DECIDED,
                    "replayed: %s of %s calls came from recordings, which cost nothing now"
                            .formatted(counts.replayed(), counts.calls()));
        }
        if (counts.calls() == 0) {
            return new Decision(VerdictStatus.NOT_DECIDED, "no judge was called");
        }
        return counts.unanswered() == counts.calls() && limits.needAnswers()
                ? new Decision(
                        VerdictStatus.NOT_DECIDED, "none of the calls was answered, so nobody knows what they took")
                : new Decision(VerdictStatus.PASS, spent(counts));
    }

    private String spent(TestCalls.Counts counts) {
        return "%s calls took %s tokens and cost %s; at most %s for a case; 95 %% took up to %s"
                .formatted(
                        counts.calls(),
                        BudgetLimits.known(
                                Long.toString(counts.tokens()), counts.withoutTokens() + counts.unanswered()),
                        cost(counts),
                        counts.mostOfCase(),
                        counts.p95().map(BudgetLimits::show).orElse("nobody knows what"));
    }

    private String cost(TestCalls.Counts counts) {
        if (counts.withoutCost() + counts.unanswered() == counts.calls()) {
            return "nobody knows what";
        }
        String cost = BudgetLimits.known(counts.cost().toPlainString(), counts.withoutCost() + counts.unanswered())
                + " " + currency;
        return counts.estimated() == 0
                ? cost
                : cost
                        + " (estimated for %s, whose cached tokens have no price of their own)"
                                .formatted(counts.estimated());
    }

    /**
     * What a gate says, without the run.
     *
     * @param status what it says
     * @param reason why
     */
    record Decision(VerdictStatus status, String reason) {}
}
