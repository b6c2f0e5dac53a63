package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.score.RegexSearch;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.Tolerance;
import org.jspecify.annotations.Nullable;

/** Whether one field is as expected. */
final class FieldEquality {

    private FieldEquality() {}

    static boolean test(@Nullable FieldRule rule, JsonNode expected, JsonNode actual, Spot spot)
            throws ScoringException {
        if (rule instanceof FieldRule.OneOf) {
            return isOneOf(expected, actual, spot);
        }
        if (rule instanceof FieldRule.Matching matching) {
            RegexSearch search = matching.search() == null ? search(expected, spot) : matching.search();
            return actual.isTextual() && search.in(actual.textValue(), false).isPresent();
        }
        return areEqual(
                expected, actual, rule instanceof FieldRule.Within within ? within.tolerance() : Tolerance.NONE);
    }

    /** Containers among the fields have nothing in them that counts, so that their type says it all. */
    private static boolean areEqual(JsonNode expected, JsonNode actual, Tolerance tolerance) {
        if (JsonNumber.isOne(expected) && JsonNumber.isOne(actual)) {
            return tolerance.covers(JsonNumber.value(actual), JsonNumber.value(expected));
        }
        return expected.getNodeType() == actual.getNodeType()
                && (expected.isContainerNode() || expected.equals(actual));
    }

    private static boolean isOneOf(JsonNode expected, JsonNode actual, Spot spot) throws ScoringException {
        if (!expected.isArray() || expected.isEmpty()) {
            throw new ScoringException(
                    "NO_CHOICE",
                    "%s is compared as one of several values, but the expected one is no list of them: %s; write [\"…\", \"…\"]"
                            .formatted(spot.expected(), Printable.line(expected.toString(), 60)));
        }
        for (JsonNode accepted : expected) {
            if (new JsonComparison().compare(accepted, actual).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static RegexSearch search(JsonNode expected, Spot spot) throws ScoringException {
        if (!expected.isTextual() || expected.textValue().isEmpty()) {
            throw invalid(expected, spot, "a text that isn't empty is needed");
        }
        try {
            return new RegexSearch(expected.textValue());
        } catch (IllegalArgumentException e) {
            throw invalid(expected, spot, String.valueOf(e.getMessage()));
        }
    }

    private static ScoringException invalid(JsonNode expected, Spot spot, String why) {
        return new ScoringException(
                "REGEX_INVALID",
                "the expected %s is not a regular expression: %s (%s)"
                        .formatted(spot.expected(), Printable.line(expected.toString(), 60), why));
    }
}
