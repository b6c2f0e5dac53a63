package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import java.util.Map;

/**
 * 1 where the output has as many words as are asked for, else 0: what {@link WordLimit} puts on a golden set, for plain tests.
 * Words are counted as it says. Immutable; needs no reference.
 */
public final class WordCount implements Scorer {

    private final int min;
    private final int max;

    private WordCount(int min, int max) {
        this.min = min;
        this.max = max;
    }

    /**
     * So many words or fewer.
     *
     * @param max the most words that pass, at least 0
     * @return a scorer named {@code word-limit}
     * @throws IllegalArgumentException where max is negative
     */
    public static WordCount atMost(int max) {
        return between(0, max);
    }

    /**
     * So many words or more.
     *
     * @param min the fewest words that pass, at least 1
     * @return a scorer named {@code word-limit}
     * @throws IllegalArgumentException where min is less than 1, which every output has
     */
    public static WordCount atLeast(int min) {
        return between(min, Integer.MAX_VALUE);
    }

    /**
     * From so many words to so many.
     *
     * @param min the fewest words that pass, at least 0
     * @param max the most words that pass, at least {@code min}
     * @return a scorer named {@code word-limit}
     * @throws IllegalArgumentException where no text, or every text, has so many words
     */
    public static WordCount between(int min, int max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "min = %s, max = %s: no text has so many words".formatted(show(min), show(max)));
        }
        if (min == 0 && max == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("neither min nor max is set, and every output keeps that");
        }
        return new WordCount(min, max);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) {
        int words = WordRule.count(actual.output());
        return Score.passOrFail(
                        words >= min && words <= max,
                        "%s %s, %s asked for".formatted(show(words), words == 1 ? "word" : "words", limits()))
                .withDetails(Map.of("words", words));
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of("word-limit", Map.of("min", show(min), "max", show(max)));
    }

    private String limits() {
        if (min == 0) {
            return "at most %s are".formatted(show(max));
        }
        return max == Integer.MAX_VALUE
                ? "at least %s are".formatted(show(min))
                : "%s to %s are".formatted(show(min), show(max));
    }

    private static String show(int words) {
        return Integer.toString(words);
    }
}
