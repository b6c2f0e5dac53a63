package dev.junitllm.score.text;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import dev.junitllm.score.text.BleuScore.Smoothing;

/** Makes the scorer a {@link BleuScore} asks for. */
final class BleuScoreFactory implements ScorerFactory<BleuScore> {

    private static final int LONGEST = 9;

    @Override
    public Measure create(BleuScore annotation, RunScope scope) {
        if (annotation.maxOrder() < 1 || annotation.maxOrder() > LONGEST) {
            throw new IllegalArgumentException("maxOrder = %s: n-grams are 1 to %s words long"
                    .formatted(Integer.toString(annotation.maxOrder()), Integer.toString(LONGEST)));
        }
        return Measure.of(
                annotation,
                new Bleu(new BleuSettings(
                        annotation.tokenizer(),
                        annotation.smoothing(),
                        smoothingValue(annotation.smoothing(), annotation.smoothingValue()),
                        annotation.maxOrder(),
                        annotation.lowercase(),
                        annotation.effectiveOrder())));
    }

    private static double smoothingValue(Smoothing smoothing, double value) {
        if (Double.isNaN(value)) {
            return BleuSettings.usualValue(smoothing);
        }
        if (smoothing == Smoothing.NONE || smoothing == Smoothing.EXP) {
            throw new IllegalArgumentException(
                    "smoothingValue = %s: smoothing by %s has none".formatted(value, smoothing));
        }
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("smoothingValue = %s: it is a number above 0".formatted(value));
        }
        return value;
    }
}
