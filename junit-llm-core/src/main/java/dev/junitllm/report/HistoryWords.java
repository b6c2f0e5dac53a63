package dev.junitllm.report;

import dev.junitllm.gate.Drift;
import dev.junitllm.run.RunHistory;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a history, the same everywhere. */
public final class HistoryWords {

    private HistoryWords() {}

    /**
     * What is out of the ordinary: figures that drift, a level that begins anew, a run that is no part of the history, and
     * lines that can't be read or written.
     *
     * @param history the history of a golden set
     * @return one line each, in which texts of files are still to be escaped; empty where all is as it should be
     */
    public static List<String> remarks(RunHistory history) {
        List<String> remarks = warnings(history);
        if (!history.note().isEmpty()) {
            remarks.add("not in the history: " + history.note());
        }
        return remarks;
    }

    /** The same without what is as it should be where a run is not whole. */
    static List<String> warnings(RunHistory history) {
        List<String> remarks = new ArrayList<>();
        Drift drift = Drift.of(history);
        drift.warnings().forEach(warning -> remarks.add("drift: " + warning.line()));
        if (!drift.restart().isEmpty() && drift.isTooEarly()) {
            remarks.add("the level that drift is measured by is being learnt anew, %s of %s runs: %s"
                    .formatted(drift.runs(), Drift.FEWEST_RUNS + 1, drift.restart()));
        }
        remarks.addAll(history.problems());
        return remarks;
    }
}
