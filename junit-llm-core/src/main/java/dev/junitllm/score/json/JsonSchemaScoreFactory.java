package dev.junitllm.score.json;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the scorer a {@link JsonSchemaScore} asks for. */
final class JsonSchemaScoreFactory implements ScorerFactory<JsonSchemaScore> {

    @Override
    public Measure create(JsonSchemaScore annotation, RunScope scope) {
        long sources = Stream.of(annotation.value(), annotation.schema(), annotation.inCase())
                .filter(source -> !source.isEmpty())
                .count();
        if (sources != 1) {
            throw new IllegalArgumentException(
                    "write one of value (a file), schema (the JSON itself) and inCase (a pointer into each case), not "
                            + sources);
        }
        SchemaConformance scorer = conformance(annotation);
        scorer = annotation.formats() ? scorer.assertingFormats() : scorer;
        return Measure.of(annotation, annotation.fenced() ? scorer.orFenced() : scorer);
    }

    private static SchemaConformance conformance(JsonSchemaScore annotation) {
        if (!annotation.inCase().isEmpty()) {
            return attribute("inCase", () -> SchemaConformance.toSchemaIn(annotation.inCase()));
        }
        return annotation.schema().isEmpty()
                ? attribute("value", () -> SchemaConformance.toFile(annotation.value()))
                : attribute("schema", () -> SchemaConformance.to(annotation.schema()));
    }

    private static SchemaConformance attribute(String name, Supplier<SchemaConformance> scorer) {
        try {
            return scorer.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
