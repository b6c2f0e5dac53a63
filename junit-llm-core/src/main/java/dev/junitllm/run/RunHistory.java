package dev.junitllm.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run beside the earlier runs of its golden set. Immutable.
 *
 * @param file where they are kept
 * @param earlier the earlier runs, oldest first
 * @param today this run, or {@code null} where it is not kept
 * @param note why this run is not kept; empty where it is
 * @param problems what of the file could not be read or written
 * @param chart how many runs a chart shows; 0 where none was asked for
 */
public record RunHistory(
        HistoryFile file,
        List<HistoryLine> earlier,
        @Nullable HistoryLine today,
        String note,
        List<String> problems,
        int chart) {

    /**
     * Checks what it is made of.
     *
     * @param file where they are kept
     * @param earlier the earlier runs, oldest first
     * @param today this run, or {@code null} where it is not kept
     * @param note why this run is not kept; empty where it is
     * @param problems what of the file could not be read or written
     * @param chart how many runs a chart shows; 0 where none was asked for
     */
    public RunHistory {
        earlier = List.copyOf(earlier);
        problems = List.copyOf(problems);
    }

    /**
     * All runs.
     *
     * @return oldest first, with this one at the end where it is kept
     */
    public List<HistoryLine> runs() {
        List<HistoryLine> runs = new ArrayList<>(earlier);
        if (today != null) {
            runs.add(today);
        }
        return runs;
    }

    /**
     * Reads what is known of earlier runs, and puts a run that has just ended behind them.
     *
     * @param file where they are kept
     * @param run the run
     * @param origin what ran on what
     * @param folder the run's folder
     * @param restarts whether somebody declared that a new level begins with this run
     * @param chart how many runs a chart shows; 0 for none
     * @return the history; without this run where answers were replayed from recordings, which says nothing new
     */
    public static RunHistory ending(
            HistoryFile file, RunSummary run, BaselineOrigin origin, Path folder, boolean restarts, int chart) {
        HistoryFile.Contents contents = file.read(run.test());
        if (run.replayed()) {
            String why = "answers were replayed from recordings";
            return new RunHistory(file, contents.lines(), null, why, contents.problems(), chart);
        }
        HistoryLine today = line(run, origin, folder, restarts);
        return new RunHistory(file, contents.lines(), today, "", contents.problems(), chart);
    }

    /**
     * A history that a run is no part of.
     *
     * @param file where it is kept
     * @param note why
     * @return the history, without any run
     */
    public static RunHistory without(HistoryFile file, String note) {
        return new RunHistory(file, List.of(), null, note, List.of(), 0);
    }

    /**
     * Appends this run to the file, where it is to be kept.
     *
     * @param verdicts what the gates said
     * @return the history as it is then; a file that can't be written is a problem, not an exception
     */
    public RunHistory kept(List<Verdict> verdicts) {
        if (today == null) {
            return this;
        }
        HistoryLine line = today.with(verdicts);
        try {
            file.append(line);
            return new RunHistory(file, earlier, line, note, problems, chart);
        } catch (java.io.IOException | RuntimeException e) {
            List<String> more = new ArrayList<>(problems);
            more.add("the run was not appended to %s: %s".formatted(file.shown(), e));
            return new RunHistory(file, earlier, line, note, more, chart);
        }
    }

    private static HistoryLine line(RunSummary run, BaselineOrigin origin, Path folder, boolean restarts) {
        Map<String, String> scorers = new java.util.LinkedHashMap<>();
        run.scores().forEach(score -> scorers.put(score.name(), score.fingerprint()));
        Map<CaseOutcome, Integer> outcomes = new EnumMap<>(CaseOutcome.class);
        for (CaseOutcome outcome : CaseOutcome.values()) {
            outcomes.put(outcome, run.count(outcome));
        }
        return new HistoryLine(
                run.test(),
                Instant.now(),
                Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse(""),
                origin,
                scorers,
                run.cases(),
                run.samplesPerCase(),
                restarts,
                outcomes,
                run.reading().errors(),
                HistoryFigures.of(run),
                List.of());
    }
}
