package dev.junitllm.gate;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.CaseSteps;
import dev.junitllm.run.RunBaseline;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a run's cases beside those of its baseline.
 *
 * @param pairs the cases of which both sides have a trace, in the order of the golden file
 * @param lost cases that have a trace in the baseline and none today
 * @param changed cases whose content is another than in the baseline
 */
record BehaviorPairs(List<CaseBehavior> pairs, List<String> lost, List<String> changed) {

    static BehaviorPairs of(RunBaseline beside, Baseline baseline) {
        BehaviorPairs pairs = new BehaviorPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        beside.cases().forEach((id, today) -> {
            BaselineCase was = baseline.cases().get(id);
            CaseSteps then = was == null ? null : was.rolling().steps();
            CaseSteps now = today.mark().steps();
            if (was == null || then == null) {
                return;
            }
            if (!was.contentHash().equals(today.contentHash())) {
                pairs.changed.add(id);
            } else if (now == null) {
                pairs.lost.add(id);
            } else {
                pairs.pairs.add(new CaseBehavior(id, then, now));
            }
        });
        return pairs;
    }

    /** Whether today's run was traced at all. */
    static boolean isTraced(RunBaseline beside) {
        return beside.cases().values().stream().anyMatch(today -> today.mark().steps() != null);
    }

    /** More than a tenth of those that could be compared. */
    static boolean tooMany(int missing, int present) {
        return missing * 10L > (long) missing + present;
    }
}
