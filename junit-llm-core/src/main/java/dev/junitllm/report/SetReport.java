package dev.junitllm.report;

import dev.junitllm.run.RunRecord.SetRecord;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One golden set's run, ended.
 *
 * @param set what ran
 * @param summary how it came out
 * @param ending whether its gates were decided, and if not why
 * @param remark why the gates were not decided or what else is wrong; empty where there is nothing to say
 * @param verdicts one per gate; empty unless the ending is DECIDED
 * @param duration from the first case to the last
 * @param mostAtOnce how many cases ran at the same time, at the most
 * @param summaryFile where {@code summary.md} is
 */
public record SetReport(
        SetRecord set,
        RunSummary summary,
        Ending ending,
        String remark,
        List<Verdict> verdicts,
        Duration duration,
        int mostAtOnce,
        Path summaryFile) {

    /**
     * Checks what it is made of.
     *
     * @param set what ran
     * @param summary how it came out
     * @param ending whether its gates were decided, and if not why
     * @param remark why the gates were not decided or what else is wrong; empty where there is nothing to say
     * @param verdicts one per gate; empty unless the ending is DECIDED
     * @param duration from the first case to the last
     * @param mostAtOnce how many cases ran at the same time, at the most
     * @param summaryFile where {@code summary.md} is
     */
    public SetReport {
        verdicts = List.copyOf(verdicts);
    }

    /** How a golden set's run ended. */
    public enum Ending {
        /** All selected cases ran, and the gates were asked. */
        DECIDED,
        /** All selected cases ran, and there is no gate: each case decided for itself. */
        NO_GATES,
        /** Somebody picked single cases, such as an IDE that re-runs one: gates are not decided. */
        PARTIAL,
        /** Not all selected cases ended, or results were lost: the build fails whatever the gates would say. */
        BROKEN
    }

    /**
     * The worst verdict.
     *
     * @return the status that decides the build, as far as gates do
     */
    public VerdictStatus worst() {
        return Verdict.worst(verdicts);
    }

    /**
     * Whether some gate fails the build.
     *
     * @return true where a verdict does
     */
    public boolean failsTheBuild() {
        return verdicts.stream().anyMatch(Verdict::failsTheBuild);
    }

    /**
     * How much of the set ran.
     *
     * @return such as {@code 12 of 40 cases} where the set was narrowed, else empty
     */
    public String selection() {
        return set.selection();
    }
}
