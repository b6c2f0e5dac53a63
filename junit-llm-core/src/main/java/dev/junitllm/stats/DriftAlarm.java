package dev.junitllm.stats;

/**
 * That a series has left its level: where, which way and by what rule. Immutable.
 *
 * @param at the place in the series where the rule was first broken, from 1. What changed may have changed earlier
 * @param rising true where the values rise, false where they fall
 * @param statistic what was above the limit there
 * @param limit what it may come to
 */
public record DriftAlarm(int at, boolean rising, double statistic, double limit) {

    /**
     * Checks what it is made of.
     *
     * @param at the place in the series where the rule was first broken, from 1
     * @param rising true where the values rise, false where they fall
     * @param statistic what was above the limit there
     * @param limit what it may come to
     * @throws IllegalArgumentException where the statistic is not above the limit
     */
    public DriftAlarm {
        if (at < 1 || !(statistic > limit)) {
            throw new IllegalArgumentException("an alarm is at a place from 1, above its limit, unlike %s with %s of %s"
                    .formatted(at, statistic, limit));
        }
    }
}
