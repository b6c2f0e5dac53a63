package dev.junitllm.report;

import dev.junitllm.gate.BehaviorChanges;
import dev.junitllm.run.RunSummary;
import java.util.Optional;

/** What is said of how a run went about its cases, beside its baseline. */
public final class BehaviorMessages {

    /** What is said of a baseline that can't be compared with. */
    public static final String WITHOUT_STEPS =
            "The baseline was recorded from a run without traces, so nothing is known of what has changed: record it anew with -Djunit.llm.baseline=update.";

    private BehaviorMessages() {}

    /**
     * What has changed, in one line.
     *
     * @param run the run
     * @return such as {@code since the baseline: tool 'lookup' no longer called in 7 of 40 cases; tokens +38 % (…)}; empty where
     *     nothing has, or nothing can be compared
     */
    public static String remark(RunSummary run) {
        return comparable(run)
                .map(changes -> String.join("; ", changes.sentences()))
                .filter(sentences -> !sentences.isEmpty())
                .map(sentences -> "since the baseline: " + sentences)
                .orElse("");
    }

    static Optional<BehaviorChanges> comparable(RunSummary run) {
        return BehaviorChanges.of(run).filter(changes -> changes.compared() > 0);
    }
}
