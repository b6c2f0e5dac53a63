package dev.junitllm.run;

/** What a gate says. Over several gates the worst one counts; they stand here from best to worst. */
public enum VerdictStatus {
    /** The bar was reached. */
    PASS,
    /** The data can't show it either way. */
    INCONCLUSIVE,
    /** The bar was missed. */
    FAIL,
    /** Nothing can be said: too many errors, nothing scored, something missing. */
    ERROR
}
