package dev.junitllm.score.text;

import dev.junitllm.GoldenPart;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import java.util.Set;

/** A metric that compares the output with the acceptable answers of its case, and can't do without one. */
abstract class AnswerMetric implements Scorer {

    private final ScorerDescription description;

    AnswerMetric(ScorerDescription description) {
        this.description = description;
    }

    @Override
    public final ScorerDescription describe() {
        return description;
    }

    @Override
    public final Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }
}
