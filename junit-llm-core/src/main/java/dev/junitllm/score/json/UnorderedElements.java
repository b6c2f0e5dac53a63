package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.score.Assignment;
import dev.junitllm.score.ScoringException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pairs the elements of two arrays whose order doesn't matter, and compares the pairs. */
final class UnorderedElements {

    private final FieldWalk walk;
    private final Effort effort;

    UnorderedElements(FieldWalk walk, Effort effort) {
        this.walk = walk;
        this.effort = effort;
    }

    void compare(JsonNode expected, JsonNode actual, Spot spot, FieldRule.Unordered order) throws ScoringException {
        List<Integer> wanted = counted(expected, spot);
        List<Integer> found = counted(actual, spot);
        int[] partners;
        if (!order.key().isEmpty()) {
            partners = byKey(order.key(), expected, wanted, actual, found, spot);
        } else if (spot.rules().compareValuesPlainly() && areValues(expected) && areValues(actual)) {
            partners = byValue(expected, wanted, actual, found);
        } else {
            partners = best(expected, wanted, actual, found, spot);
        }
        TreeSet<Integer> unpaired = new TreeSet<>(found);
        for (int i = 0; i < partners.length; i++) {
            JsonNode element = expected.get(wanted.get(i));
            if (partners[i] == Assignment.NONE) {
                walk.missing(element, spot.child(wanted.get(i)));
            } else {
                int partner = found.get(partners[i]);
                unpaired.remove(partner);
                walk.compare(element, actual.get(partner), spot.child(wanted.get(i), partner));
            }
        }
        for (int index : unpaired) {
            walk.extra(actual.get(index), spot.extra(index));
        }
    }

    private static List<Integer> counted(JsonNode array, Spot spot) {
        return IntStream.range(0, array.size())
                .filter(i -> !spot.rules().at(Integer.toString(i)).isIgnored())
                .boxed()
                .toList();
    }

    private static boolean areValues(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static int[] byValue(JsonNode expected, List<Integer> wanted, JsonNode actual, List<Integer> found) {
        Map<Object, Deque<Integer>> free = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            free.computeIfAbsent(value(actual.get(found.get(i))), any -> new ArrayDeque<>())
                    .add(i);
        }
        return wanted.stream()
                .map(index -> free.getOrDefault(value(expected.get(index)), new ArrayDeque<>()))
                .mapToInt(places -> places.isEmpty() ? Assignment.NONE : places.remove())
                .toArray();
    }

    private static int[] byKey(
            String key, JsonNode expected, List<Integer> wanted, JsonNode actual, List<Integer> found, Spot spot)
            throws ScoringException {
        Map<Object, Integer> first = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            JsonNode name = key(actual.get(found.get(i)), key);
            if (name != null) {
                first.putIfAbsent(value(name), i);
            }
        }
        Map<Object, Integer> seen = new HashMap<>();
        int[] partners = new int[wanted.size()];
        for (int i = 0; i < partners.length; i++) {
            int index = wanted.get(i);
            JsonNode name = key(expected.get(index), key);
            if (name == null) {
                throw unusable(spot.child(index), key, "has no value there");
            }
            Integer twin = seen.put(value(name), index);
            if (twin != null) {
                throw unusable(
                        spot.child(index),
                        key,
                        "has the same one as " + spot.child(twin).expected());
            }
            partners[i] = first.getOrDefault(value(name), Assignment.NONE);
        }
        return partners;
    }

    private int[] best(JsonNode expected, List<Integer> wanted, JsonNode actual, List<Integer> found, Spot spot)
            throws ScoringException {
        if (Assignment.isTooLarge(wanted.size(), found.size())) {
            throw new ScoringException(
                    "TOO_LARGE",
                    "the unordered array at %s has %s expected and %s actual elements, of which finding the best pairs would take too long; give it a key, or compare it in order"
                            .formatted(
                                    spot.expected(), Integer.toString(wanted.size()), Integer.toString(found.size())));
        }
        double[][] gain = new double[wanted.size()][found.size()];
        for (int i = 0; i < gain.length; i++) {
            for (int j = 0; j < found.size(); j++) {
                FieldTally tally = new FieldTally(0);
                new FieldWalk(tally, effort)
                        .compare(
                                expected.get(wanted.get(i)),
                                actual.get(found.get(j)),
                                spot.child(wanted.get(i), found.get(j)));
                gain[i][j] = tally.matched();
            }
        }
        int[] partners = Assignment.best(gain);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != Assignment.NONE && gain[i][partners[i]] == 0) {
                partners[i] = Assignment.NONE; // nothing in common: one is missing, the other not expected
            }
        }
        return partners;
    }

    private static @Nullable JsonNode key(JsonNode element, String key) {
        JsonNode name = element.get(key);
        return name == null || name.isContainerNode() || name.isNull() ? null : name;
    }

    /** Equal for values that are equal. */
    private static Object value(JsonNode node) {
        return JsonNumber.isOne(node) ? JsonNumber.value(node).stripTrailingZeros() : node;
    }

    private static ScoringException unusable(Spot element, String key, String what) {
        return new ScoringException(
                "ARRAY_KEY",
                "the expected element %s can't be told apart by '%s': it %s; choose another key, or none"
                        .formatted(element.expected(), Printable.line(key, 40), what));
    }
}
