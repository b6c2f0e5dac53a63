package dev.junitllm.score;

/** How one score of one case came out. */
public enum ScoreOutcome {
    /** It reached its bar. */
    PASSED,
    /** It lies below its bar. */
    FAILED,
    /** It could not be made. */
    ERROR,
    /** The metric doesn't apply to the case. */
    NOT_APPLICABLE,
    /** It was made, and has no bar. */
    RECORDED
}
