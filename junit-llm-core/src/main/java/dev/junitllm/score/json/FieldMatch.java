package dev.junitllm.score.json;

/** How one field is compared with the expected one. */
public enum FieldMatch {
    /** It equals the expected one, numbers by value and within the tolerance. */
    EQUAL,
    /** It is left out of account, with all that is below it. */
    IGNORE,
    /** A regular expression is found in it. */
    REGEX,
    /** It equals one of the values that the expected array lists. */
    ONE_OF
}
