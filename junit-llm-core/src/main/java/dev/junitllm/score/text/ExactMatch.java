package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * 1 where the output is one of the acceptable answers, code point for code point, else 0. What case, width or white space
 * should not decide is for {@link Folded}; short answers to questions are for {@link Squad}.
 */
public final class ExactMatch implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("exact-match");

    /** Makes the metric. */
    public ExactMatch() {}

    @Override
    public Score score(GoldenCase golden, Actual actual) {
        return Equality.score(golden, actual, UnaryOperator.identity());
    }

    @Override
    public ScorerDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    /**
     * 1 where the output is one of the acceptable answers but for what readers don't tell apart, else 0. Both are brought
     * to Unicode NFKC, trimmed, runs of white space made one space, and put in lower case (by the root locale).
     */
    public static final class Folded implements Scorer {

        private static final ScorerDescription DESCRIPTION = ScorerDescription.of("exact-match-folded");

        /** Makes the metric. */
        public Folded() {}

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            return Equality.score(golden, actual, Folding::fold);
        }

        @Override
        public ScorerDescription describe() {
            return DESCRIPTION;
        }

        @Override
        public Set<GoldenPart> needs() {
            return Set.of(GoldenPart.ANSWER);
        }
    }

    /**
     * Exact match as the SQuAD evaluation script defines it (Rajpurkar et al. 2016, arXiv:1606.05250): 1 where both are
     * equal in lower case, without ASCII punctuation, without the words <i>a</i>, <i>an</i> and <i>the</i>, and with
     * white space collapsed; else 0. Accents count, and {@code U.S.A.} equals {@code usa}.
     */
    public static final class Squad implements Scorer {

        private static final ScorerDescription DESCRIPTION = ScorerDescription.of("exact-match-squad");

        /** Makes the metric. */
        public Squad() {}

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            return Equality.score(golden, actual, SquadForm::of);
        }

        @Override
        public ScorerDescription describe() {
            return DESCRIPTION;
        }

        @Override
        public Set<GoldenPart> needs() {
            return Set.of(GoldenPart.ANSWER);
        }
    }
}
