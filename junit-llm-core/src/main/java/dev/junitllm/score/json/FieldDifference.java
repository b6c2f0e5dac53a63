package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import org.jspecify.annotations.Nullable;

/**
 * One field in which two values differ.
 *
 * @param spot where
 * @param expected what was expected, or {@code null} where nothing was
 * @param actual what there is, or {@code null} where nothing is
 */
record FieldDifference(
        Spot spot, @Nullable JsonNode expected, @Nullable JsonNode actual) {

    private static final int SHOWN = 60;

    boolean isMissing() {
        return actual == null;
    }

    boolean isExtra() {
        return expected == null;
    }

    String pointer() {
        return (isExtra() ? spot.actual() : spot.expected()).pointer();
    }

    @Override
    public String toString() {
        if (actual == null) {
            return "%s is missing (%s)".formatted(spot.expected(), show(expected));
        }
        if (expected == null) {
            return "%s is not expected (%s)".formatted(spot.actual(), show(actual));
        }
        String moved =
                spot.expected().pointer().equals(spot.actual().pointer()) ? "" : " (there %s)".formatted(spot.actual());
        return "%s%s is %s instead of %s".formatted(spot.expected(), moved, show(actual), show(expected));
    }

    private static String show(@Nullable JsonNode node) {
        return Printable.line(String.valueOf(node), SHOWN);
    }
}
