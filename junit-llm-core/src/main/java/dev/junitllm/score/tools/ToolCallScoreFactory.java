package dev.junitllm.score.tools;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import dev.junitllm.score.json.FieldMatcher;
import dev.junitllm.score.json.JsonComparison;
import java.util.HashSet;
import java.util.Set;

/** Makes the scorer a {@link ToolCallScore} asks for. */
final class ToolCallScoreFactory implements ScorerFactory<ToolCallScore> {

    @Override
    public Measure create(ToolCallScore annotation, RunScope scope) {
        boolean hasRules = annotation.fields().length + annotation.tools().length > 0;
        if (hasRules && annotation.arguments() != ToolArguments.EQUAL) {
            throw new IllegalArgumentException(
                    "arguments = %s: 'fields' and 'tools' are for arguments that must be equal"
                            .formatted(annotation.arguments()));
        }
        ToolCalls calls = ToolCalls.matched(annotation.match()).comparedBy(rules(annotation.fields()));
        Set<String> seen = new HashSet<>();
        for (ToolFields tool : annotation.tools()) {
            if (tool.tool().isBlank() || !seen.add(tool.tool())) {
                throw new IllegalArgumentException("tools: '%s' is blank or there twice".formatted(tool.tool()));
            }
            calls = calls.comparedBy(tool.tool(), rules(tool.fields()));
        }
        return Measure.of(annotation, calls.with(annotation.arguments()));
    }

    private static JsonComparison rules(FieldMatcher[] fields) {
        JsonComparison rules = new JsonComparison();
        for (FieldMatcher field : fields) {
            rules = rules.with(field);
        }
        return rules;
    }
}
