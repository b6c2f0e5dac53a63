package dev.junitllm.score;

import org.jspecify.annotations.Nullable;

/**
 * A score that every case of a golden set will get, before any is taken.
 *
 * @param name its name, unique on the method
 * @param bar what it will be held against
 * @param group the score that answers for it, or {@code null} where it stands alone
 * @param fingerprint a hash of all that decides its value
 * @param aggregation how it adds up over the set, or {@code null} where that is its mean
 */
public record PlannedScore(
        String name,
        Bar bar,
        @Nullable String group,
        String fingerprint,
        @Nullable SetAggregation aggregation) {

    /**
     * A score that stands alone and adds up to its mean.
     *
     * @param name its name, unique on the method
     * @param bar what it will be held against
     * @param fingerprint a hash of all that decides its value
     * @return the planned score
     */
    public static PlannedScore alone(String name, Bar bar, String fingerprint) {
        return new PlannedScore(name, bar, null, fingerprint, null);
    }
}
