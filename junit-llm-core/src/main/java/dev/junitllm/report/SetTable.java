package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words in which a golden set's run is summed up, the same on the console and in Markdown. */
final class SetTable {

    static final String NO_GATE = "no gate: each case decides for itself";

    private SetTable() {}

    static String cases(SetReport set) {
        String counted = set.selection().isEmpty()
                ? Integer.toString(set.set().cases())
                : set.set().cases() + " of " + set.set().total();
        return set.set().samplesPerCase() == 1
                ? counted
                : counted
                        + (set.summary().mayStopEarly() ? " × up to " : " × ")
                        + set.set().samplesPerCase();
    }

    static String outcomes(SetReport set) {
        RunSummary summary = set.summary();
        int unscored = summary.count(CaseOutcome.UNSCORED);
        int quarantined = summary.quarantined().size();
        int notRun = summary.notRun();
        return "%s passed, %s failed, %s error%s%s%s"
                .formatted(
                        summary.count(CaseOutcome.PASSED),
                        summary.count(CaseOutcome.FAILED),
                        summary.count(CaseOutcome.ERROR) - notRun,
                        notRun == 0 ? "" : ", " + notRun + " not run",
                        unscored == 0 ? "" : ", " + unscored + " unscored",
                        quarantined == 0 ? "" : ", " + StoppingMessages.quarantined(quarantined));
    }

    static String means(SetReport set) {
        return SetLevel.of(set.summary()).stream()
                .map(level -> level.name() + " " + level.value())
                .collect(Collectors.joining(", "));
    }

    static String verdict(Verdict verdict) {
        Estimate estimate = verdict.estimate();
        String measured = estimate == null ? "" : " " + Decimals.show(estimate.value());
        String interval = estimate == null || estimate.lower() == null || estimate.upper() == null
                ? ""
                : " [%s, %s]".formatted(Decimals.show(estimate.lower()), Decimals.show(estimate.upper()));
        return verdict.shownStatus() + "  " + verdict.gate().asWritten() + measured + interval;
    }

    static List<String> verdicts(SetReport set) {
        return switch (set.ending()) {
            case DECIDED -> set.verdicts().stream().map(SetTable::verdict).toList();
            case NO_GATES -> List.of(NO_GATE);
            case PARTIAL -> List.of(set.remark());
            case BROKEN -> List.of("ERROR  " + set.remark());
        };
    }

    static String duration(Duration duration) {
        long millis = duration.toMillis();
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : String.format(Locale.ROOT, "%s min %02d s", millis / 60_000, millis / 1000 % 60);
    }
}
