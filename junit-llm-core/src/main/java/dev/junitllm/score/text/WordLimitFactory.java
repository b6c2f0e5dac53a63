package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScorerFactory;
import java.util.Map;

/** Makes the scorer a {@link WordLimit} asks for. */
final class WordLimitFactory implements ScorerFactory<WordLimit> {

    @Override
    public Measure create(WordLimit annotation, RunScope scope) {
        int min = annotation.min();
        int max = annotation.max();
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "min = %s, max = %s: no text has so many words".formatted(show(min), show(max)));
        }
        if (min == 0 && max == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("neither min nor max is set, and every output keeps that");
        }
        return Measure.of(annotation, new WordCount(min, max));
    }

    private static String show(int words) {
        return Integer.toString(words);
    }

    private record WordCount(int min, int max) implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            int words = WordRule.count(actual.output());
            return Score.passOrFail(
                            words >= min && words <= max,
                            "%s %s, %s asked for".formatted(show(words), words == 1 ? "word" : "words", limits()))
                    .withDetails(Map.of("words", words));
        }

        private String limits() {
            if (min == 0) {
                return "at most %s are".formatted(show(max));
            }
            return max == Integer.MAX_VALUE
                    ? "at least %s are".formatted(show(min))
                    : "%s to %s are".formatted(show(min), show(max));
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("word-limit", Map.of("min", show(min), "max", show(max)));
        }
    }
}
