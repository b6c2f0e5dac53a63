package dev.junitllm.score.tools;

/**
 * How the calls that were made must relate to the expected ones. Where order doesn't matter, calls are paired one to one so
 * that as many as possible match: a call that is expected twice must be made twice. No call made where none is expected
 * scores 1, whatever the match.
 */
public enum ToolCallMatch {
    /** The same calls in the same order, and no others: 1 or 0. */
    EXACT("tool-calls-exact"),
    /** The expected calls in their order; others may come before, between and after them: 1 or 0. */
    IN_ORDER("tool-calls-in-order"),
    /** The same calls in any order, and no others: 1 or 0. */
    ANY_ORDER("tool-calls-any-order"),
    /** Every call that was made is expected; expected ones may be missing: 1 or 0. */
    SUBSET("tool-calls-subset"),
    /** Every expected call was made, in any order; others may be made too: 1 or 0. */
    SUPERSET("tool-calls-superset"),
    /**
     * The harmonic mean of precision (matched calls / calls made) and recall (matched calls / calls expected), from 0 to 1:
     * 2 · matched / (made + expected).
     */
    F1("tool-calls-f1");

    private final String scoreName;

    ToolCallMatch(String scoreName) {
        this.scoreName = scoreName;
    }

    String scoreName() {
        return scoreName;
    }
}
