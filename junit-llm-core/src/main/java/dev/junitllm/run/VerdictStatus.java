package dev.junitllm.run;

/** What a gate says. Over several gates the worst one counts; they stand here from best to worst. */
public enum VerdictStatus {
    /** The bar was reached, with the confidence that was asked for. */
    PASS,
    /** The gate had nothing to decide by, such as a first baseline. It fails no build by itself, and has not passed. */
    NOT_DECIDED,
    /** The data can't show it either way. */
    INCONCLUSIVE,
    /** The bar was missed. */
    FAIL,
    /** Nothing can be said: too many errors, nothing scored, something missing. */
    ERROR
}
