package dev.junitllm.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** What several votes on one item are worth. */
public final class MajorityVote {

    private MajorityVote() {}

    /**
     * How often the majority is right if the votes err independently of each other (Condorcet 1785). Judges tend to err on
     * the same items, so that this is the most to hope for.
     *
     * @param right how often a single vote is right, from 0 to 1
     * @param votes how many there are; odd, so that there is a majority
     * @return from 0 to 1
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static double accuracyIfIndependent(double right, int votes) {
        if (!(right >= 0 && right <= 1)) {
            throw new IllegalArgumentException("a share lies from 0 to 1, unlike " + right);
        }
        if (votes < 1 || votes % 2 == 0) {
            throw new IllegalArgumentException("an odd number of votes has a majority, unlike " + votes);
        }
        return BinomialDistribution.of(votes, right).survivalProbability(votes / 2);
    }
}
