package dev.junitllm.trace.redaction;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text as it may be kept, and what was removed from it.
 *
 * @param text the text, with {@code [REDACTED:rule]} for each thing that was removed
 * @param removed how many things each rule removed, by the rule's name; empty where the text is as it was
 */
public record Redacted(String text, Map<String, Integer> removed) {

    /**
     * Sorts the counts.
     *
     * @param text the text, with {@code [REDACTED:rule]} for each thing that was removed
     * @param removed how many things each rule removed, by the rule's name; empty where the text is as it was
     */
    public Redacted {
        removed = removed.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(removed));
    }
}
