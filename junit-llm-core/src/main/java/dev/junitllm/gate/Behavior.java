package dev.junitllm.gate;

/**
 * What of a case's trace is compared with its baseline, for {@link SameBehavior}. Where a case has several samples, a tool or a
 * document counts as the case's where more than half of its samples have it, and numbers are means.
 */
public enum Behavior {
    /** Which tools are called. */
    TOOLS("other tools"),
    /** In which order tools are called, and how often: no sample calls them in an order that one did then. */
    TOOL_ORDER("another order of tools"),
    /** Which documents are retrieved, in whatever order. */
    DOCUMENTS("other documents"),
    /** How often models are called: by half a call or more. */
    MODEL_CALLS("another number of model calls"),
    /** How many steps fail: more of them, by half a step or more. Fewer are shown, and fail nothing. */
    FAILED_STEPS("more failed steps"),
    /** How many tokens the models take over all cases, as a ratio of then. Fewer fail nothing. */
    TOKENS("tokens"),
    /** What the models cost over all cases, as a ratio of then. Less fails nothing. */
    COST("cost");

    private final String words;

    Behavior(String words) {
        this.words = words;
    }

    /** What has changed where it has. */
    String words() {
        return words;
    }

    /** Whether it is an amount that is compared over all cases, rather than case by case. */
    boolean isAmount() {
        return this == TOKENS || this == COST;
    }
}
