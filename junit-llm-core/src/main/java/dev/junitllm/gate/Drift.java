package dev.junitllm.gate;

import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import dev.junitllm.stats.DriftBaseline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether the figures of a golden set drift from run to run: a small lasting change that no single run shows. Looks at the
 * runs since what is measured last changed, each by those before it, of which there must be ten. Immutable.
 *
 * @param runs how many runs there are since what is measured last changed, this one included
 * @param restart why earlier runs are not comparable; empty where there are none
 * @param warnings the figures that drift at the last run
 */
public record Drift(int runs, String restart, List<DriftWarning> warnings) {

    /** As many runs make the level; the first that is watched comes behind them. */
    public static final int FEWEST_RUNS = DriftBaseline.FEWEST_RUNS;

    /**
     * Checks what it is made of.
     *
     * @param runs how many runs there are since what is measured last changed, this one included
     * @param restart why earlier runs are not comparable; empty where there are none
     * @param warnings the figures that drift at the last run
     */
    public Drift {
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks at a history.
     *
     * @param history the earlier runs and this one
     * @return what drifts; nothing where this run is not kept in the history
     */
    public static Drift of(RunHistory history) {
        List<HistoryLine> all = history.runs();
        int begin = levelBegins(all);
        List<HistoryLine> level = all.subList(begin, all.size());
        String restart = begin == 0 ? "" : reason(all.get(begin - 1), all.get(begin));
        List<DriftWarning> warnings = new ArrayList<>();
        if (history.today() != null) {
            for (String figure : figures(level)) {
                new DriftWatch(WatchedFigure.of(figure), level).warning().ifPresent(warnings::add);
            }
        }
        return new Drift(level.size(), restart, warnings);
    }

    /**
     * Whether there are too few runs to say anything.
     *
     * @return true up to ten runs
     */
    public boolean isTooEarly() {
        return runs <= FEWEST_RUNS;
    }

    private static Set<String> figures(List<HistoryLine> runs) {
        return runs.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(runs.get(runs.size() - 1).figures().keySet());
    }

    /** The first run that is comparable with the last. */
    private static int levelBegins(List<HistoryLine> runs) {
        for (int i = runs.size() - 1; i > 0; i--) {
            if (!reason(runs.get(i - 1), runs.get(i)).isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private static String reason(HistoryLine before, HistoryLine after) {
        if (after.restarts()) {
            return "junit.llm.history.level = restart was set";
        }
        if (!before.origin().goldenSet().equals(after.origin().goldenSet())) {
            return "the golden set changed";
        }
        Set<String> names = new LinkedHashSet<>(before.scorers().keySet());
        names.addAll(after.scorers().keySet());
        return names.stream()
                .filter(name -> !Objects.equals(
                        before.scorers().get(name), after.scorers().get(name)))
                .findFirst()
                .map(name -> "score '" + name + "' is made in another way: its scorer or judge changed")
                .orElse("");
    }
}
