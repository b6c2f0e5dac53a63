package dev.junitllm.gate;

import dev.junitllm.run.CaseList;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one behavior comes to.
 *
 * @param status what that means
 * @param reason why, in a sentence
 * @param figures what it was decided by
 * @param cases those that have changed
 */
record BehaviorFinding(VerdictStatus status, String reason, Map<String, Object> figures, CaseList cases) {

    private static final double ROUNDING = 1e-9;

    private static final CaseList NONE = new CaseList("", List.of());

    /** Counts the cases that have changed. */
    static BehaviorFinding ofCases(Behavior behavior, List<CaseBehavior> pairs, double maxChanged) {
        if (pairs.stream().noneMatch(pair -> pair.has(behavior))) {
            return error(SameBehaviorMessages.nothingOfIt(behavior));
        }
        List<CaseBehavior> known = pairs.stream()
                .filter(pair -> pair.hasChanged(behavior).isPresent())
                .toList();
        int unknown = pairs.size() - known.size();
        if (BehaviorPairs.tooMany(unknown, known.size())) {
            return error(SameBehaviorMessages.unknown(behavior, unknown, pairs.size()));
        }
        List<CaseBehavior> changed = known.stream()
                .filter(pair -> pair.hasChanged(behavior).orElse(false))
                .toList();
        boolean tooMany = changed.size() > maxChanged * known.size() + ROUNDING;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(behavior.words(), changed.size());
        return new BehaviorFinding(
                tooMany ? VerdictStatus.FAIL : VerdictStatus.PASS,
                SameBehaviorMessages.counted(behavior, changed, known, maxChanged, tooMany),
                figures,
                new CaseList(
                        behavior.words(),
                        changed.stream()
                                .map(pair -> CaseList.Entry.of(pair.id(), pair.remark(behavior)))
                                .toList()));
    }

    /** Compares an amount over all cases. */
    static BehaviorFinding ofAmount(Behavior behavior, List<CaseBehavior> pairs, double maxRatio, double confidence) {
        Optional<AmountChange> change = AmountChange.of(behavior, pairs);
        if (change.isEmpty()) {
            return error(SameBehaviorMessages.nothingOfIt(behavior));
        }
        int unknown = change.get().unknown();
        if (BehaviorPairs.tooMany(unknown, pairs.size() - unknown)) {
            return error(SameBehaviorMessages.unknown(behavior, unknown, pairs.size()));
        }
        double ratio = change.get().ratio().ratio();
        Optional<Interval> bounds = change.get().ratio().oneSided(confidence);
        VerdictStatus status =
                bounds.filter(bound -> bound.upper() <= maxRatio + ROUNDING).isPresent()
                        ? VerdictStatus.PASS
                        : ratio > maxRatio + ROUNDING ? VerdictStatus.FAIL : VerdictStatus.INCONCLUSIVE;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(behavior.words() + " ratio", ratio);
        bounds.ifPresent(bound -> {
            figures.put(behavior.words() + " lower bound", bound.lower());
            figures.put(behavior.words() + " upper bound", bound.upper());
            figures.put(behavior.words() + " method", bound.method());
        });
        return new BehaviorFinding(
                status, SameBehaviorMessages.amount(change.get(), bounds, maxRatio, status), figures, NONE);
    }

    private static BehaviorFinding error(String reason) {
        return new BehaviorFinding(VerdictStatus.ERROR, reason, Map.of(), NONE);
    }
}
