package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.score.ScoringException;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks two values side by side and tallies their fields: a field is a text, number, boolean or null, or an object or array
 * in which nothing stands that counts. One comparison, one thread.
 */
final class FieldWalk {

    private final FieldTally tally;
    private final Effort effort;

    FieldWalk(FieldTally tally, Effort effort) {
        this.tally = tally;
        this.effort = effort;
    }

    void compare(JsonNode expected, JsonNode actual, Spot spot) throws ScoringException {
        effort.take();
        FieldRule rule = spot.rules().value();
        boolean isExpectedField = isField(expected, spot.rules());
        boolean isActualField = isField(actual, spot.rules());
        if (rule instanceof FieldRule.OneOf || (isExpectedField && isActualField)) {
            tally.field(FieldEquality.test(rule, expected, actual, spot), spot, expected, actual);
        } else if (isExpectedField || isActualField || expected.isObject() != actual.isObject()) {
            missing(expected, spot);
            extra(actual, spot);
        } else if (expected.isObject()) {
            compareObjects(expected, actual, spot);
        } else if (spot.rules().order() != null) {
            new UnorderedElements(this, effort)
                    .compare(expected, actual, spot, spot.rules().order());
        } else {
            compareElements(expected, actual, spot);
        }
    }

    void missing(JsonNode expected, Spot spot) throws ScoringException {
        effort.take();
        if (isField(expected, spot.rules())) {
            tally.missing(spot, expected);
            return;
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            missingUnlessIgnored(field.getValue(), spot.child(field.getKey()));
        }
        for (int i = 0; expected.isArray() && i < expected.size(); i++) {
            missingUnlessIgnored(expected.get(i), spot.child(i));
        }
    }

    void extra(JsonNode actual, Spot spot) throws ScoringException {
        effort.take();
        if (isField(actual, spot.rules())) {
            tally.extra(spot, actual);
            return;
        }
        for (Map.Entry<String, JsonNode> field : actual.properties()) {
            extraUnlessIgnored(field.getValue(), spot.child(field.getKey()));
        }
        for (int i = 0; actual.isArray() && i < actual.size(); i++) {
            extraUnlessIgnored(actual.get(i), spot.child(i));
        }
    }

    private void compareObjects(JsonNode expected, JsonNode actual, Spot spot) throws ScoringException {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            compareUnlessIgnored(field.getValue(), actual.get(field.getKey()), spot.child(field.getKey()));
        }
        for (Map.Entry<String, JsonNode> field : actual.properties()) {
            if (!expected.has(field.getKey())) {
                extraUnlessIgnored(field.getValue(), spot.child(field.getKey()));
            }
        }
    }

    private void compareElements(JsonNode expected, JsonNode actual, Spot spot) throws ScoringException {
        for (int i = 0; i < expected.size(); i++) {
            compareUnlessIgnored(expected.get(i), actual.get(i), spot.child(i));
        }
        for (int i = expected.size(); i < actual.size(); i++) {
            extraUnlessIgnored(actual.get(i), spot.child(i));
        }
    }

    private void compareUnlessIgnored(JsonNode expected, @Nullable JsonNode actual, Spot spot) throws ScoringException {
        if (actual == null) {
            missingUnlessIgnored(expected, spot);
        } else if (!spot.rules().isIgnored()) {
            compare(expected, actual, spot);
        }
    }

    private void missingUnlessIgnored(JsonNode expected, Spot spot) throws ScoringException {
        if (!spot.rules().isIgnored()) {
            missing(expected, spot);
        }
    }

    private void extraUnlessIgnored(JsonNode actual, Spot spot) throws ScoringException {
        if (!spot.rules().isIgnored()) {
            extra(actual, spot);
        }
    }

    static boolean isField(JsonNode node, FieldRules rules) {
        if (node.isEmpty() || !node.isContainerNode() || rules.value() instanceof FieldRule.OneOf) {
            return true;
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .allMatch(field -> rules.at(field.getKey()).isIgnored());
        }
        return IntStream.range(0, node.size())
                .allMatch(i -> rules.at(Integer.toString(i)).isIgnored());
    }
}
