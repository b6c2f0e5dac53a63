package dev.junitllm.score.text;

/**
 * 1 where the output is one of the acceptable answers, code point for code point, else 0. What case, width or white space
 * should not decide is for {@link Folded}, what punctuation should not decide for {@link Normalized}; short answers to
 * questions in English are for {@link Squad}.
 */
public final class ExactMatch extends Equality {

    /** Makes the metric. */
    public ExactMatch() {
        super("exact-match", TextForm.AS_WRITTEN);
    }

    /** 1 where the output is one of the acceptable answers in the form {@link TextForm#FOLDED}, else 0. */
    public static final class Folded extends Equality {

        /** Makes the metric. */
        public Folded() {
            super("exact-match-folded", TextForm.FOLDED);
        }
    }

    /** 1 where the output is one of the acceptable answers in the form {@link TextForm#NORMALIZED}, else 0. */
    public static final class Normalized extends Equality {

        /** Makes the metric. */
        public Normalized() {
            super("exact-match-normalized", TextForm.NORMALIZED);
        }
    }

    /** 1 where the output is one of the acceptable answers in the form {@link TextForm#UNACCENTED}, else 0. */
    public static final class Unaccented extends Equality {

        /** Makes the metric. */
        public Unaccented() {
            super("exact-match-unaccented", TextForm.UNACCENTED);
        }
    }

    /**
     * Exact match as the SQuAD evaluation script defines it: 1 where output and answer are equal in the form
     * {@link TextForm#SQUAD}, else 0. Accents count, and {@code U.S.A.} equals {@code usa}.
     */
    public static final class Squad extends Equality {

        /** Makes the metric. */
        public Squad() {
            super("exact-match-squad", TextForm.SQUAD);
        }
    }
}
