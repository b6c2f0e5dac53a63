package dev.junitllm.judge;

/** How votes become one score. */
public enum Aggregate {
    /** The vote in the middle; of an even number, the mean of the two in the middle. */
    MEDIAN,
    /** The score that more than half of the votes give. Where none does, the case is an ERROR of kind {@code NO_MAJORITY}. */
    MAJORITY,
    /** The mean of all votes, for which every one is cast. */
    MEAN
}
