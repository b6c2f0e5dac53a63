package dev.junitllm.run;

/**
 * One figure of a run in a history.
 *
 * @param value the rate, mean or percentile
 * @param standardError how far off it may be because there were only so many cases, at least 0; 0 where that is not known
 * @param count how many samples it was made from
 */
public record HistoryFigure(double value, double standardError, int count) {

    /**
     * Checks what it is made of.
     *
     * @param value the rate, mean or percentile
     * @param standardError how far off it may be because there were only so many cases, at least 0; 0 where that is not known
     * @param count how many samples it was made from
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public HistoryFigure {
        if (!Double.isFinite(value) || !(standardError >= 0 && Double.isFinite(standardError)) || count < 0) {
            throw new IllegalArgumentException(
                    "a figure is finite, unlike %s ± %s of %s".formatted(value, standardError, count));
        }
    }
}
