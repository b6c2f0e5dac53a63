package dev.junitllm.score.answer;

/** A figure of the items that output and answer share. Where both have none each is 1, where one has none 0. */
public enum ItemsFigure {

    /** The shared items over those of the output: nothing wrong was said. */
    PRECISION {
        @Override
        double of(ItemsMatch match) {
            return match.share(match.given());
        }
    },

    /** The shared items over those of the answer: nothing was left out. */
    RECALL {
        @Override
        double of(ItemsMatch match) {
            return match.share(match.expected());
        }
    },

    /** The harmonic mean of both: twice the shared items over all items of output and answer. */
    F1 {
        @Override
        double of(ItemsMatch match) {
            int all = match.given() + match.expected();
            return all == 0 ? 1 : 2.0 * match.shared() / all;
        }
    };

    /** From 0 to 1. */
    abstract double of(ItemsMatch match);
}
