package dev.junitllm.score.text;

/**
 * The words that output and acceptable answer share, as the SQuAD evaluation script counts them (Rajpurkar et al. 2016,
 * arXiv:1606.05250): the harmonic mean of precision (shared words over words of the output) and recall (shared words over
 * words of the answer), from 0 to 1. Words are what white space separates in the form {@link TextForm#SQUAD}; a word counts
 * as often as both have it (a multiset, as in the script; some other tools count sets). Of several acceptable answers the
 * best counts. Two texts without a word score 1, one without a word against one with words scores 0. The details hold
 * {@code precision} and {@code recall}.
 *
 * <p>For languages other than English use {@link Unicode}, for those written without spaces {@link Cjk}.
 */
public final class TokenF1 extends WordOverlapMetric {

    /** Makes the metric. */
    public TokenF1() {
        super("token-f1", WordRule.SQUAD);
    }

    /**
     * The same for any language that puts spaces between words: words are what white space separates after Unicode NFKC, in
     * lower case (by the root locale), without punctuation and symbols (categories P and S), zero-width characters and their
     * like. No articles are removed.
     */
    public static final class Unicode extends WordOverlapMetric {

        /** Makes the metric. */
        public Unicode() {
            super("token-f1-unicode", WordRule.UNICODE);
        }
    }

    /**
     * The same as {@link Unicode}, but in scripts written without spaces (Han, kana, Bopomofo, Yi, Thai, Lao, Khmer,
     * Myanmar, Tibetan and their like) every code point with the combining marks after it is a word. Texts that mix them
     * with words mix both.
     */
    public static final class Cjk extends WordOverlapMetric {

        /** Makes the metric. */
        public Cjk() {
            super("token-f1-cjk", WordRule.CJK);
        }
    }
}
