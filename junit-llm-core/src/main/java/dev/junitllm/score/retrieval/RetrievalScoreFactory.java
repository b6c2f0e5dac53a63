package dev.junitllm.score.retrieval;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link RetrievalScore} asks for. */
final class RetrievalScoreFactory implements ScorerFactory<RetrievalScore> {

    @Override
    public Measure create(RetrievalScore annotation, RunScope scope) {
        return Measure.of(annotation, scorer(annotation));
    }

    private static Scorer scorer(RetrievalScore annotation) {
        return annotation.k() == RetrievalScore.ALL
                ? new RankingScorer(annotation.metric(), RetrievalScore.ALL, annotation.by())
                : annotation.metric().at(annotation.k(), annotation.by());
    }
}
