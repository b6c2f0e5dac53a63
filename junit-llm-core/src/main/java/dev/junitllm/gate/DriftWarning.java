package dev.junitllm.gate;

import dev.junitllm.Decimals;
import java.time.Instant;

/**
 * A figure that drifts.
 *
 * @param figure its name in the history
 * @param rising true where it rises, false where it falls
 * @param worse whether that is for the worse
 * @param level what it was on average over the runs that make the level
 * @param now what it is in the last run
 * @param since when the run was in which it seems to have begun, some runs before it showed
 * @param isNew whether the last run is the first in which it shows
 * @param rule by what rule it showed
 */
public record DriftWarning(
        String figure,
        boolean rising,
        boolean worse,
        double level,
        double now,
        Instant since,
        boolean isNew,
        String rule) {

    /**
     * The warning in one line.
     *
     * @return such as {@code passRate falls: 0.81, from a level of 0.92 (since 2026-01-14, CUSUM)}
     */
    public String line() {
        return "%s %s: %s, from a level of %s (since %s, %s)"
                .formatted(
                        figure,
                        rising ? "rises" : "falls",
                        Decimals.show(now),
                        Decimals.show(level),
                        since.toString().substring(0, 10),
                        rule);
    }
}
