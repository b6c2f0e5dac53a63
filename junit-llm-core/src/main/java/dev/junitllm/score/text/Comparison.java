package dev.junitllm.score.text;

import java.util.Map;

/** How an output compares with one acceptable answer. */
interface Comparison {

    /** The score, from 0 to 1. */
    double value();

    /** What decides which answer is the best; the score unless overridden. */
    default double rank() {
        return value();
    }

    /** Why the score is what it is, for a person. */
    String describe(String answer);

    /** The figures the score is made of, by name, in the order to show. */
    Map<String, ?> details();
}
