package dev.junitllm.gate;

import dev.junitllm.run.Bounds;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts a verdict together from the comparisons with both marks of a baseline: the worse one counts, and comes first.
 *
 * @param gate the gate that is asked
 * @param run the run
 * @param beside the run's baseline
 * @param compared what is compared
 */
record NoRegressionVerdict(NoRegressionGate gate, RunSummary run, RunBaseline beside, Compared compared) {

    Verdict of(List<MarkComparison> comparisons) {
        List<MarkComparison> worstFirst = comparisons.stream()
                .sorted(Comparator.comparing(MarkComparison::status).reversed())
                .toList();
        MarkComparison worst = worstFirst.get(0);
        List<SevereDrop> severe = gate.severeDrops(run, beside);
        Optional<SevereDrop> confirmed = severe.stream()
                .filter(drop -> drop.state() == SevereDrop.State.CONFIRMED)
                .findFirst();
        VerdictStatus status =
                confirmed.isPresent() && worst.status() != VerdictStatus.ERROR ? VerdictStatus.FAIL : worst.status();
        List<String> reasons = new ArrayList<>();
        confirmed.map(NoRegressionMessages::confirmed).ifPresent(reasons::add);
        worstFirst.forEach(comparison -> reasons.addAll(reasons(comparison)));
        if (beside.recording() != Recording.NOTHING) {
            reasons.add(NoRegressionMessages.isBeingUpdated(beside.file()));
        }
        Verdict verdict = gate.verdict(run, status, String.join(". ", reasons)).measured(estimate(worst.change()));
        for (MarkComparison comparison : comparisons) {
            verdict = withFigures(verdict, comparison);
        }
        return withLists(verdict, worst, severe);
    }

    private List<String> reasons(MarkComparison comparison) {
        PairedChange change = comparison.change();
        if (change == null) {
            if (comparison.rule().recorded()) {
                return List.of(NoRegressionMessages.tooFewToCompare(comparison.name()));
            }
            return List.of(
                    comparison.pairs().changedTooMuch()
                            ? NoRegressionMessages.changedTooMuch(comparison.name(), comparison.pairs())
                            : NoRegressionMessages.noPairs(comparison.name()));
        }
        List<String> reasons = new ArrayList<>();
        if (comparison.pairs().losesCoverage() && !comparison.rule().recorded()) {
            reasons.add(NoRegressionMessages.coverage(comparison.pairs(), comparison.rule()));
        }
        reasons.add(NoRegressionMessages.compared(comparison, change, compared));
        reasons.add(NoRegressionMessages.detectable(change.detectable()));
        if (comparison.status() == VerdictStatus.PASS
                && !comparison.pairs().errors().isEmpty()
                && !comparison.survivesErrors(Seeds.of(run, compared.of()))) {
            reasons.add(NoRegressionMessages.hangsOnErrors(comparison.pairs()));
        }
        if (comparison.status() == VerdictStatus.FAIL) {
            reasons.add(NoRegressionMessages.sinceThen(comparison.name(), comparison.origin(), beside.today()));
        }
        return reasons;
    }

    private static @org.jspecify.annotations.Nullable Estimate estimate(
            @org.jspecify.annotations.Nullable PairedChange change) {
        if (change == null) {
            return null;
        }
        Interval both = change.twoSided();
        return Estimate.between(change.value(), both.lower(), both.upper(), both.method())
                .within(new Bounds(
                        change.comparison().difference().confidence(),
                        change.lower(),
                        change.upper(),
                        change.method()));
    }

    private static Verdict withFigures(Verdict verdict, MarkComparison comparison) {
        PairedChange change = comparison.change();
        if (change == null) {
            return verdict;
        }
        String of = comparison.isOfRolling() ? "" : "anchor: ";
        return verdict.figure(of + "pairs", comparison.pairs().pairs().size())
                .figure(of + "then", comparison.pairs().meanBefore())
                .figure(of + "now", comparison.pairs().meanNow())
                .figure(of + "change", change.value())
                .figure(of + "lower bound", change.lower())
                .figure(of + "upper bound", change.upper())
                .figure(of + "allowed drop", comparison.rule().maxDrop())
                .figure(of + "method", change.method())
                .figure(of + change.p().method() + " p", change.p().value());
    }

    private Verdict withLists(Verdict verdict, MarkComparison worst, List<SevereDrop> severe) {
        NoRegressionLists lists = new NoRegressionLists(beside, worst, compared);
        Verdict with = verdict;
        for (var list : lists.all(severe)) {
            with = with.naming(list);
        }
        return with;
    }
}
