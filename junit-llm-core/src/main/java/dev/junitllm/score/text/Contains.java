package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * 1 where the output contains at least one of the acceptable answers, character for character, else 0. It knows no words:
 * {@code 3} is in {@code 13}; where that matters use {@link Matches} with {@code \b3\b}. An empty acceptable answer is an
 * error, for every output contains it.
 */
public final class Contains implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("contains");

    /** Makes the metric. */
    public Contains() {}

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        return Substring.score(golden, actual, UnaryOperator.identity());
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
     * 1 where the output contains at least one of the acceptable answers but for what readers don't tell apart, else 0.
     * Both are folded as {@link ExactMatch.Folded} does.
     */
    public static final class Folded implements Scorer {

        private static final ScorerDescription DESCRIPTION = ScorerDescription.of("contains-folded");

        /** Makes the metric. */
        public Folded() {}

        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            return Substring.score(golden, actual, Folding::fold);
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
