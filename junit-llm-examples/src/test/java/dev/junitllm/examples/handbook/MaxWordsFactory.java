package dev.junitllm.examples.handbook;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.RunScope;
import dev.junitllm.score.Bar;
import dev.junitllm.score.Measure;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScorerFactory;
import java.util.Map;

/** Counts words. */
// tag::max-words-factory[]
final class MaxWordsFactory implements ScorerFactory<MaxWords> {

    @Override
    public Measure create(MaxWords annotation, RunScope scope) {
        if (annotation.value() < 1) {
            throw new IllegalArgumentException("value = %d: allow at least one word".formatted(annotation.value()));
        }
        return Measure.of(new WordLimit(annotation.value()), Bar.atLeast(1));
    }

    private record WordLimit(int most) implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            int words = actual.output().strip().split("\\s+").length;
            return Score.passOrFail(words <= most, "%d words, at most %d are asked for".formatted(words, most));
        }

        @Override
        public ScorerDescription describe() {
            // everything that decides a score belongs here: it goes into the run's record
            return ScorerDescription.of("max-words", Map.of("most", Integer.toString(most)));
        }
    }
}
// end::max-words-factory[]
