package dev.junitllm.score.answer;

/** How to read a date such as {@code 03/04/2024}. */
public enum DateOrder {

    /** Not at all, for nobody can tell; only what can be one date alone is read, such as {@code 13/04/2024}. */
    UNKNOWN,

    /** As the 3rd of April. */
    DAY_FIRST,

    /** As March 4th. */
    MONTH_FIRST
}
