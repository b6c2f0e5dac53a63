package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.Slices;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Notes, case by case, which slices each belongs to. A set may have a hundred thousand cases with a field that is different
 * in each, so a field with many values is dropped, but for the values that were asked for. For one thread.
 */
final class SliceIndex {

    /** Fields of the metadata; tags and origin are always looked at. */
    private static final int MOST_FIELDS = 10;

    private static final int MOST_VALUES = 20;

    /** Longer ones are texts, no names of a part. */
    private static final int LONGEST_VALUE = 60;

    private static final String TAG = "tag";
    private static final String ORIGIN = "origin";

    private final Set<String> asked;
    private final Map<String, BitSet> rowsAsked = new HashMap<>();
    private final Map<String, Map<String, BitSet>> fields = new LinkedHashMap<>();
    private final Set<String> dropped = new HashSet<>();

    SliceIndex(Collection<String> asked) {
        this.asked = Set.copyOf(asked);
    }

    void add(int row, GoldenCase golden) {
        golden.tags().forEach(tag -> note(TAG, tag, row));
        note(ORIGIN, golden.origin().word(), row);
        for (Map.Entry<String, JsonNode> field : golden.metadata().properties()) {
            String key = field.getKey();
            if (field.getValue().isValueNode()
                    && !field.getValue().isNull()
                    && !key.equals(TAG)
                    && !key.equals(ORIGIN)) {
                note(key, field.getValue().asText(), row);
            }
        }
    }

    /** The slices of the rows that are selected, by their places among them. */
    Slices of(int[] selected) {
        Map<String, BitSet> all = new TreeMap<>(rowsAsked);
        fields.values().forEach(all::putAll);
        Map<String, BitSet> places = new TreeMap<>();
        all.forEach((name, rows) -> {
            BitSet own = new BitSet();
            for (int place = 0; place < selected.length; place++) {
                own.set(place, rows.get(selected[place]));
            }
            if (!own.isEmpty()) {
                places.put(name, own);
            }
        });
        return new Slices(places, all.keySet());
    }

    private void note(String key, String value, int row) {
        String name = key + "=" + value;
        if (asked.contains(name)) {
            rowsAsked.computeIfAbsent(name, any -> new BitSet()).set(row);
        }
        if (dropped.contains(key)) {
            return;
        }
        Map<String, BitSet> values = fields.get(key);
        if (values == null) {
            if (fields.size() + dropped.size() >= MOST_FIELDS && !key.equals(TAG) && !key.equals(ORIGIN)) {
                return;
            }
            values = new HashMap<>();
            fields.put(key, values);
        }
        values.computeIfAbsent(name, any -> new BitSet()).set(row);
        if (values.size() > MOST_VALUES || value.length() > LONGEST_VALUE) {
            fields.remove(key);
            dropped.add(key);
        }
    }
}
