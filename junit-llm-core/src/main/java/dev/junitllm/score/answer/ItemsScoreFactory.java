package dev.junitllm.score.answer;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.math.BigDecimal;

/** Makes the scorer an {@link ItemsScore} asks for. */
final class ItemsScoreFactory implements ScorerFactory<ItemsScore> {

    @Override
    public Measure create(ItemsScore annotation, RunScope scope) {
        double similarity = annotation.similarity();
        if (!(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException(
                    "similarity = %s: items are alike from above 0 to 1".formatted(similarity));
        }
        return Measure.of(
                annotation,
                new ItemsScorer(
                        annotation.ordered() ? ListAnswer.NAME : SetAnswer.NAME,
                        annotation.ordered(),
                        BigDecimal.valueOf(similarity),
                        annotation.figure()));
    }
}
