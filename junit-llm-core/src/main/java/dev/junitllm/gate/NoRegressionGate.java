package dev.junitllm.gate;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Not worse than the baseline, by more than is allowed.
 *
 * @param of the score to compare, or empty for whether cases pass
 * @param mean whether its mean is compared although it has a bar
 * @param maxDrop the largest drop allowed, or {@code null} for the default
 * @param confidence of each bound of the change
 * @param inconclusive what an INCONCLUSIVE verdict does
 * @param allowMissing whether cases may be gone
 * @param severeDrop how far a single case must drop to fail the build, or {@code null} where none does
 * @param onCi whether a missing baseline is an ERROR
 */
record NoRegressionGate(
        String of,
        boolean mean,
        @Nullable Double maxDrop,
        double confidence,
        Inconclusive inconclusive,
        boolean allowMissing,
        @Nullable Double severeDrop,
        boolean onCi)
        implements ConfirmingGate {

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!of.isEmpty()) {
            attributes.put("of", of);
        }
        if (mean) {
            attributes.put("mean", true);
        }
        if (maxDrop != null) {
            attributes.put("maxDrop", maxDrop);
        }
        if (confidence != NoRegressionRule.USUAL_CONFIDENCE) {
            attributes.put("confidence", confidence);
        }
        if (inconclusive != Inconclusive.WARN) {
            attributes.put("inconclusive", inconclusive);
        }
        if (severeDrop != null) {
            attributes.put("severeDrop", severeDrop);
        }
        if (allowMissing) {
            attributes.put("allowMissing", true);
        }
        return new GateDescription("NoRegression", attributes);
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
    public boolean comparesWithBaseline() {
        return true;
    }

    @Override
    public void check(List<PlannedScore> scores) {
        if (of.isEmpty()) {
            if (scores.stream().allMatch(score -> score.bar().recordOnly())) {
                throw new IllegalArgumentException(
                        "every score of the method is recordOnly, so no case can pass or fail: give one a bar (atLeast), or name the score whose mean is to be compared (of = \"…\")");
            }
            return;
        }
        PlannedScore named = NamedScore.find(of, scores);
        if (named.aggregation() != null && (mean || named.bar().recordOnly())) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score that adds up over the set to other figures than its mean, which can't be compared case by case"
                            .formatted(of));
        }
    }

    @Override
    public Verdict decide(RunSummary run) {
        RunBaseline beside = run.baseline()
                .orElseThrow(() -> new IllegalStateException("there is no baseline beside this run to compare with"));
        Optional<Baseline> recorded = beside.recorded();
        if (recorded.isEmpty()) {
            return withoutBaseline(run, beside);
        }
        if (beside.recording() == Recording.BOTH) {
            return verdict(run, VerdictStatus.NOT_DECIDED, NoRegressionMessages.recordedAnew(beside.file()));
        }
        Compared compared = compared(run);
        Optional<String> unlike = compared.unlike(recorded.get().scores(), beside.scores());
        return unlike.map(reason ->
                        verdict(run, VerdictStatus.ERROR, NoRegressionMessages.incomparable(reason, beside.file())))
                .orElseGet(() -> compare(run, beside, recorded.get(), compared));
    }

    @Override
    public boolean confirms() {
        return severeDrop != null;
    }

    /** Nothing is to be confirmed where the gate fails anyway, or once one case is confirmed. */
    @Override
    public Optional<String> nextFreshSample(RunSummary run) {
        RunBaseline beside = run.baseline().orElseThrow();
        if (severeDrop == null || (beside.fresh().isEmpty() && !mayPass(decide(run)))) {
            return Optional.empty();
        }
        for (SevereDrop drop :
                severeDrops(run, beside).stream().limit(SevereDrop.MOST).toList()) {
            SevereDrop.State state = drop.state();
            if (state == SevereDrop.State.CONFIRMED) {
                return Optional.empty();
            }
            if (state == SevereDrop.State.OPEN) {
                return Optional.of(drop.pair().id());
            }
        }
        return Optional.empty();
    }

    private static boolean mayPass(Verdict verdict) {
        return verdict.status() == VerdictStatus.PASS || verdict.status() == VerdictStatus.INCONCLUSIVE;
    }

    /** The cases that have dropped most, the worst first. */
    List<SevereDrop> severeDrops(RunSummary run, RunBaseline beside) {
        Double severe = severeDrop;
        Optional<Baseline> recorded = beside.recorded();
        if (severe == null || recorded.isEmpty() || beside.recording() != Recording.NOTHING) {
            return List.of();
        }
        Compared compared = compared(run);
        return BaselinePairs.of(run, beside, recorded.get(), BaselineCase::rolling, compared).pairs().stream()
                .filter(pair -> SevereDrop.is(pair, severe))
                .sorted(Comparator.comparingDouble(CasePair::drop).reversed())
                .map(pair -> SevereDrop.of(pair, beside.fresh(), compared, severe))
                .toList();
    }

    private Verdict withoutBaseline(RunSummary run, RunBaseline beside) {
        if (beside.recording() != Recording.NOTHING) {
            return verdict(run, VerdictStatus.NOT_DECIDED, NoRegressionMessages.recordedFirst(beside.file()));
        }
        return verdict(
                run,
                onCi ? VerdictStatus.ERROR : VerdictStatus.NOT_DECIDED,
                NoRegressionMessages.noBaseline(beside.file(), onCi));
    }

    private Verdict compare(RunSummary run, RunBaseline beside, Baseline recorded, Compared compared) {
        List<MarkComparison> comparisons = new ArrayList<>();
        if (beside.recording() == Recording.NOTHING) {
            comparisons.add(comparison(
                    run,
                    beside,
                    recorded,
                    compared,
                    MarkComparison.ROLLING,
                    BaselineCase::rolling,
                    recorded.rolling()));
        }
        boolean anchored =
                recorded.cases().values().stream().anyMatch(one -> !one.anchor().equals(one.rolling()));
        if (anchored || comparisons.isEmpty()) {
            comparisons.add(comparison(
                    run, beside, recorded, compared, MarkComparison.ANCHOR, BaselineCase::anchor, recorded.anchor()));
        }
        return new NoRegressionVerdict(this, run, beside, compared).of(comparisons);
    }

    private MarkComparison comparison(
            RunSummary run,
            RunBaseline beside,
            Baseline recorded,
            Compared compared,
            String name,
            Function<BaselineCase, BaselineMark> mark,
            BaselineOrigin origin) {
        return MarkComparison.of(
                name,
                origin,
                mark,
                BaselinePairs.of(run, beside, recorded, mark, compared),
                rule(compared, beside.recording()),
                Seeds.of(run, of));
    }

    /** Who records a run means the golden set to be as it is. */
    private NoRegressionRule rule(Compared compared, Recording recording) {
        double allowed = maxDrop != null
                ? maxDrop
                : compared.mean() ? NoRegressionRule.USUAL_DROP_OF_A_MEAN : NoRegressionRule.USUAL_DROP_OF_A_RATE;
        return new NoRegressionRule(allowed, confidence, allowMissing, recording != Recording.NOTHING, compared.mean());
    }

    private Compared compared(RunSummary run) {
        boolean ofMean = !of.isEmpty()
                && (mean || NamedScore.find(of, run.scores()).bar().recordOnly());
        return new Compared(of, ofMean);
    }

    Verdict verdict(RunSummary run, VerdictStatus status, String reason) {
        return Verdict.of(describe(), status, reason, tally(run)).onlyWarning(inconclusive == Inconclusive.WARN);
    }
}
