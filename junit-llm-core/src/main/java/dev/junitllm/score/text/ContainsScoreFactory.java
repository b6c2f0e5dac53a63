package dev.junitllm.score.text;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.util.List;

/** Makes the scorer a {@link ContainsScore} asks for. */
final class ContainsScoreFactory implements ScorerFactory<ContainsScore> {

    @Override
    public Measure create(ContainsScore annotation, RunScope scope) {
        return Measure.of(annotation, scorer(annotation));
    }

    private static TextSearch scorer(ContainsScore annotation) {
        List<String> texts = List.of(annotation.value());
        for (String text : texts) {
            if (annotation.form().of(text).isEmpty()) {
                throw new IllegalArgumentException("value: %s has nothing to look for, and every output contains that"
                        .formatted(AcceptableAnswers.quote(text)));
            }
        }
        return new TextSearch(
                texts, annotation.match(), annotation.place(), annotation.form(), annotation.wholeWords());
    }
}
