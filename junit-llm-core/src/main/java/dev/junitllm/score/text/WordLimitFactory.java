package dev.junitllm.score.text;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link WordLimit} asks for. */
final class WordLimitFactory implements ScorerFactory<WordLimit> {

    @Override
    public Measure create(WordLimit annotation, RunScope scope) {
        return Measure.of(annotation, WordCount.between(annotation.min(), annotation.max()));
    }
}
