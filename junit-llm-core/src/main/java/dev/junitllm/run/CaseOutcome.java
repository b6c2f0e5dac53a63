package dev.junitllm.run;

/** How one sample of one case came out. The four are never mixed up. */
public enum CaseOutcome {
    /** Every bar was reached, and nothing went wrong. */
    PASSED,
    /** A score lies below its bar, or the test body's own assertion failed. */
    FAILED,
    /** The application, the judge or the test around them could not answer. Never a score of 0, never a pass. */
    ERROR,
    /** Nothing was scored. */
    UNSCORED
}
