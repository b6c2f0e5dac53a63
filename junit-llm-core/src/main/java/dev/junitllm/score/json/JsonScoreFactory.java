package dev.junitllm.score.json;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link JsonScore} asks for. */
final class JsonScoreFactory implements ScorerFactory<JsonScore> {

    @Override
    public Measure create(JsonScore annotation, RunScope scope) {
        JsonFields scorer = JsonFields.comparedBy(comparison(annotation)).measuring(annotation.figure());
        return Measure.of(annotation, annotation.fenced() ? scorer.orFenced() : scorer);
    }

    private static JsonComparison comparison(JsonScore annotation) {
        JsonComparison comparison = new JsonComparison().ignoring(annotation.ignore());
        if (annotation.tolerance() != 0 || annotation.relativeTolerance() != 0) {
            comparison = comparison.within(annotation.tolerance(), annotation.relativeTolerance());
        }
        for (FieldMatcher field : annotation.fields()) {
            comparison = comparison.with(field);
        }
        return comparison;
    }
}
