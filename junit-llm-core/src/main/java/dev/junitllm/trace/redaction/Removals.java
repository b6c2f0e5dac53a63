package dev.junitllm.trace.redaction;

import java.util.Map;
import java.util.TreeMap;

/** Counts what is removed from a text, by rule. For one thread. */
final class Removals {

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String rule) {
        counts.merge(rule, 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
