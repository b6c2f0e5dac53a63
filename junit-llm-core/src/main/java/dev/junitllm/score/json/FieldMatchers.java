package dev.junitllm.score.json;

import dev.junitllm.Printable;

/** Makes rules of annotations. */
final class FieldMatchers {

    private FieldMatchers() {}

    static JsonComparison add(FieldMatcher field, JsonComparison comparison) {
        boolean hasTolerance = field.tolerance() != 0 || field.relativeTolerance() != 0;
        check(field, !hasTolerance || (field.match() == FieldMatch.EQUAL && !field.unordered()), "tolerance");
        check(field, field.pattern().isEmpty() || field.match() == FieldMatch.REGEX, "pattern");
        check(field, field.key().isEmpty() || field.unordered(), "key");
        check(field, !field.unordered() || field.match() == FieldMatch.EQUAL, "unordered");
        try {
            if (field.unordered()) {
                return comparison.unordered(field.path(), field.key());
            }
            return switch (field.match()) {
                case EQUAL -> comparison.within(field.path(), field.tolerance(), field.relativeTolerance());
                case IGNORE -> comparison.ignoring(field.path());
                case REGEX ->
                    field.pattern().isEmpty()
                            ? comparison.matching(field.path())
                            : comparison.matching(field.path(), field.pattern());
                case ONE_OF -> comparison.oneOf(field.path());
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name(field) + ": " + e.getMessage(), e);
        }
    }

    private static void check(FieldMatcher field, boolean fits, String attribute) {
        if (!fits) {
            throw new IllegalArgumentException("%s: '%s' doesn't go with match = %s, unordered = %s"
                    .formatted(name(field), attribute, field.match(), field.unordered()));
        }
    }

    private static String name(FieldMatcher field) {
        return "@FieldMatcher(path = \"" + Printable.line(field.path(), 80) + "\")";
    }
}
