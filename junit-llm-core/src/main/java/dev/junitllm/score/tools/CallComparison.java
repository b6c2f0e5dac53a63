package dev.junitllm.score.tools;

import dev.junitllm.score.ScoringException;
import dev.junitllm.score.json.JsonComparison;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a call that was made is an expected one: by its name, and by its arguments as asked. Immutable.
 *
 * @param arguments what of the arguments counts
 * @param comparison how arguments that must be equal are compared
 * @param byTool how the arguments of single tools are compared instead
 */
record CallComparison(ToolArguments arguments, JsonComparison comparison, Map<String, JsonComparison> byTool) {

    CallComparison {
        byTool = Map.copyOf(byTool);
    }

    /** Checks that an expected call fits the rules, whatever was made. */
    void check(Call expected) throws ScoringException {
        switch (arguments) {
            case IGNORED -> {}
            case ACCEPTED_VALUES -> AcceptedValues.check(expected.arguments());
            case EQUAL -> of(expected).check(expected.arguments());
        }
    }

    boolean matches(Call expected, Call made) throws ScoringException {
        return expected.name().equals(made.name()) && difference(expected, made).isEmpty();
    }

    /** What is wrong with the arguments of a call of the same tool, or an empty text where nothing is. */
    String difference(Call expected, Call made) throws ScoringException {
        return switch (arguments) {
            case IGNORED -> "";
            case ACCEPTED_VALUES -> new AcceptedValues().difference(expected.arguments(), made.arguments());
            case EQUAL ->
                of(expected).compare(expected.arguments(), made.arguments()).describe();
        };
    }

    private JsonComparison of(Call expected) {
        return byTool.getOrDefault(expected.name(), comparison);
    }

    CallComparison with(String tool, JsonComparison ofTool) {
        Map<String, JsonComparison> all = new TreeMap<>(byTool);
        all.put(tool, ofTool);
        return new CallComparison(ToolArguments.EQUAL, comparison, all);
    }

    /** Everything that decides a score here. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("arguments", arguments.name());
        if (arguments == ToolArguments.EQUAL) {
            comparison.parameters().forEach((name, value) -> parameters.put(name, value));
            byTool.forEach((tool, ofTool) -> {
                parameters.put("tool " + tool, "has rules of its own");
                ofTool.parameters().forEach((name, value) -> parameters.put("tool " + tool + " " + name, value));
            });
        }
        return parameters;
    }
}
