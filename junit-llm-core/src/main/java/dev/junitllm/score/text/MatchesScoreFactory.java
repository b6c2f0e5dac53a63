package dev.junitllm.score.text;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link MatchesScore} asks for. */
final class MatchesScoreFactory implements ScorerFactory<MatchesScore> {

    @Override
    public Measure create(MatchesScore annotation, RunScope scope) {
        return Measure.of(annotation, scorer(annotation));
    }

    private static PatternScorer scorer(MatchesScore annotation) {
        if (annotation.pattern().isEmpty()) {
            throw new IllegalArgumentException("pattern is empty, and every output matches that");
        }
        try {
            return new PatternScorer(annotation.pattern(), annotation.whole());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "pattern = %s is not a regular expression: %s"
                            .formatted(AcceptableAnswers.quote(annotation.pattern()), e.getMessage()),
                    e);
        }
    }
}
