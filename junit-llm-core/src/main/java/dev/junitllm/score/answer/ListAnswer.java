package dev.junitllm.score.answer;

import java.math.BigDecimal;

/**
 * The items that output and answer share in the same order, as F1: twice the length of their longest common subsequence over all
 * items of both, from 0 to 1. An item that is left out or too many costs itself and doesn't shift the others; two items that
 * changed places cost one of them. Items are read and compared as {@link SetAnswer} does it. Of several acceptable answers the
 * best counts. Lists of more than 4 million pairs of items are an ERROR of kind {@code TOO_LARGE}.
 */
public final class ListAnswer extends ItemsScorer {

    /** The name of its scores. */
    static final String NAME = "list-answer";

    /** Makes the metric. */
    public ListAnswer() {
        super(NAME, true, BigDecimal.ONE, ItemsFigure.F1);
    }
}
