package dev.junitllm.gate;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The same way of going about cases as in the baseline.
 *
 * @param behaviors what is compared, each once
 * @param maxChanged the largest share of cases that may have changed in one of them
 * @param maxRatio the largest ratio of tokens or cost
 * @param confidence of its bound
 * @param inconclusive what an INCONCLUSIVE verdict does
 * @param onCi whether a missing baseline is an ERROR
 */
record SameBehaviorGate(
        List<Behavior> behaviors,
        double maxChanged,
        double maxRatio,
        double confidence,
        Inconclusive inconclusive,
        boolean onCi)
        implements Gate {

    static final double USUAL_RATIO = 1.2;

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!behaviors.equals(List.of(Behavior.TOOLS))) {
            attributes.put("value", behaviors);
        }
        if (maxChanged != 0) {
            attributes.put("maxChanged", maxChanged);
        }
        if (maxRatio != USUAL_RATIO) {
            attributes.put("maxRatio", maxRatio);
        }
        if (confidence != NoRegressionRule.USUAL_CONFIDENCE) {
            attributes.put("confidence", confidence);
        }
        if (inconclusive != Inconclusive.WARN) {
            attributes.put("inconclusive", inconclusive);
        }
        return new GateDescription("SameBehavior", attributes);
    }

    @Override
    public boolean comparesWithBaseline() {
        return true;
    }

    /** How a case went about it can be told whether or not its scores have bars. */
    @Override
    public Tally tally(RunSummary run) {
        return Tallies.byAnswer(run);
    }

    @Override
    public Verdict decide(RunSummary run) {
        RunBaseline beside = run.baseline()
                .orElseThrow(() -> new IllegalStateException("there is no baseline beside this run to compare with"));
        Optional<Baseline> recorded = beside.recorded();
        if (beside.recording() != Recording.NOTHING) {
            return verdict(
                    run, VerdictStatus.NOT_DECIDED, SameBehaviorMessages.recording(beside, recorded.isPresent()));
        }
        if (recorded.isEmpty()) {
            return verdict(run, missing(), NoRegressionMessages.noBaseline(beside.file(), onCi));
        }
        if (!BehaviorPairs.isTraced(beside)) {
            return verdict(run, VerdictStatus.ERROR, SameBehaviorMessages.NOT_TRACED);
        }
        if (!recorded.get().hasSteps()) {
            return verdict(run, missing(), SameBehaviorMessages.noSteps(beside.file(), onCi));
        }
        BehaviorPairs pairs = BehaviorPairs.of(beside, recorded.get());
        return SameBehaviorMessages.incomparable(pairs, beside.file())
                .map(reason -> verdict(run, VerdictStatus.ERROR, reason))
                .orElseGet(() -> compare(run, beside, recorded.get(), pairs));
    }

    private VerdictStatus missing() {
        return onCi ? VerdictStatus.ERROR : VerdictStatus.NOT_DECIDED;
    }

    private Verdict compare(RunSummary run, RunBaseline beside, Baseline recorded, BehaviorPairs pairs) {
        List<BehaviorFinding> findings = behaviors.stream()
                .map(behavior -> behavior.isAmount()
                        ? BehaviorFinding.ofAmount(behavior, pairs.pairs(), maxRatio, confidence)
                        : BehaviorFinding.ofCases(behavior, pairs.pairs(), maxChanged))
                .toList();
        VerdictStatus status = findings.stream()
                .map(BehaviorFinding::status)
                .max(VerdictStatus::compareTo)
                .orElseThrow();
        StringBuilder reason = new StringBuilder(findings.stream()
                .sorted((one, other) -> other.status().compareTo(one.status()))
                .map(BehaviorFinding::reason)
                .collect(Collectors.joining(". ")));
        if (!pairs.lost().isEmpty()) {
            reason.append(". ").append(SameBehaviorMessages.lost(pairs));
        }
        if (status == VerdictStatus.FAIL) {
            reason.append(". ")
                    .append(NoRegressionMessages.sinceThen("the baseline", recorded.rolling(), beside.today()));
        }
        Verdict verdict = verdict(run, status, reason.toString())
                .figure("pairs", pairs.pairs().size());
        for (BehaviorFinding finding : findings) {
            for (Map.Entry<String, Object> figure : finding.figures().entrySet()) {
                verdict = verdict.figure(figure.getKey(), figure.getValue());
            }
            verdict = verdict.naming(finding.cases());
        }
        return verdict.naming(lost(pairs));
    }

    private static CaseList lost(BehaviorPairs pairs) {
        return new CaseList(
                "without a trace today",
                pairs.lost().stream().map(id -> CaseList.Entry.of(id, "")).toList());
    }

    private Verdict verdict(RunSummary run, VerdictStatus status, String reason) {
        return Verdict.of(describe(), status, reason, tally(run)).onlyWarning(inconclusive == Inconclusive.WARN);
    }
}
