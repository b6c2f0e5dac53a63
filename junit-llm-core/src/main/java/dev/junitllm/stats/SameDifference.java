package dev.junitllm.stats;

import dev.junitllm.stats.PValue.Alternative;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What so many cases tell that all differ by the same: the share q of cases that differ otherwise is bounded as Tango's
 * interval bounds changes of which it saw none.
 */
record SameDifference(double difference, int cases) {

    static SameDifference of(Moments differences) {
        return new SameDifference(differences.mean(), differences.count());
    }

    Interval oneSided(double confidence) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.tail(confidence, false));
        double others = z * z / (cases + z * z);
        return new Interval(
                "no case differs",
                difference,
                difference - others * (1 + difference),
                difference + others * (1 - difference),
                cases,
                confidence,
                false);
    }

    /** The level at which the lower bound touches −margin; 1 where the difference itself lies below. */
    PValue test(double margin) {
        double room = difference == -1 ? 0 : (difference + margin) / (1 + difference);
        double z = room >= 1 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, cases * room / (1 - room)));
        double p = room < 0 ? 1 : NormalDistribution.of(0, 1).survivalProbability(z);
        return PValue.of("no case differs", Alternative.GREATER, p, cases);
    }
}
