package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All rules, as they stand at one place of the document. Of several rules of one kind the last that fits counts. Immutable. */
final class FieldRules {

    static final FieldRules NONE = new FieldRules(List.of(), new long[0]);

    /** A rule and where it holds. */
    private record Placed(PathPattern path, FieldRule rule) {}

    private final List<Placed> rules;
    private final long[] states;

    private FieldRules(List<Placed> rules, long[] states) {
        this.rules = rules;
        this.states = states;
    }

    FieldRules with(String path, FieldRule rule) {
        List<Placed> all = new ArrayList<>(rules);
        all.add(new Placed(new PathPattern(path), rule));
        return new FieldRules(
                List.copyOf(all),
                all.stream().mapToLong(placed -> placed.path().start()).toArray());
    }

    /** The rules one step further down. */
    FieldRules at(String step) {
        if (isEmpty()) {
            return this;
        }
        long[] next = new long[states.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = rules.get(i).path().step(states[i], step);
        }
        return new FieldRules(rules, next);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    boolean isIgnored() {
        return last(FieldRule.Ignored.class) != null;
    }

    FieldRule.@Nullable Unordered order() {
        return (FieldRule.Unordered) last(FieldRule.Unordered.class);
    }

    /** How a single value is compared, or {@code null} for plain equality. */
    @Nullable
    FieldRule value() {
        return last(FieldRule.Within.class, FieldRule.Matching.class, FieldRule.OneOf.class);
    }

    /** Whether equal values may count as one: without rules for values, wherever these hold. */
    boolean compareValuesPlainly() {
        return rules.stream()
                .allMatch(placed ->
                        placed.rule() instanceof FieldRule.Ignored || placed.rule() instanceof FieldRule.Unordered);
    }

    /** Everything that decides a score here, by the number of the rule. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        for (Placed placed : rules) {
            String number = Integer.toString(parameters.size() + 1);
            parameters.put("rule-" + "0".repeat(Math.max(0, 3 - number.length())) + number, describe(placed));
        }
        return parameters;
    }

    @SafeVarargs
    private @Nullable FieldRule last(Class<? extends FieldRule>... kinds) {
        for (int i = states.length - 1; i >= 0; i--) {
            Placed placed = rules.get(i);
            if (placed.path().isMatch(states[i])) {
                for (Class<? extends FieldRule> kind : kinds) {
                    if (kind.isInstance(placed.rule())) {
                        return placed.rule();
                    }
                }
            }
        }
        return null;
    }

    /** As JSON, so that no path can pass itself off as another rule. */
    private static String describe(Placed placed) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode().add(placed.path().toString());
        FieldRule rule = placed.rule();
        if (rule instanceof FieldRule.Within within) {
            words.add("within")
                    .add(within.tolerance().absolute().toPlainString())
                    .add(within.tolerance().relative().toPlainString());
        } else if (rule instanceof FieldRule.Matching matching) {
            words.add("matching").add(matching.regex());
        } else if (rule instanceof FieldRule.Unordered unordered) {
            words.add("unordered").add(unordered.key());
        } else {
            words.add(rule instanceof FieldRule.OneOf ? "one of" : "ignored");
        }
        return words.toString();
    }
}
