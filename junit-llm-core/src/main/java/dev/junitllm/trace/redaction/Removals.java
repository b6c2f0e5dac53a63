package dev.junitllm.trace.redaction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts what rules remove and, where that is asked for, remembers it. */
final class Removals {

    /** What an earlier rule has left of what it found is no secret. */
    private static final Pattern REPLACEMENT = Pattern.compile("\\[REDACTED:[a-z0-9-]+]");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final @Nullable Map<String, Set<String>> remembered;

    private Removals(@Nullable Map<String, Set<String>> remembered) {
        this.remembered = remembered;
    }

    static Removals counted() {
        return new Removals(null);
    }

    /** Adds to what has been removed so far, by the rules' names. */
    static Removals rememberedIn(Map<String, Set<String>> secrets) {
        return new Removals(secrets);
    }

    /** A text of which nothing is left, whatever was in it. */
    void addAll(String rule) {
        counts.merge(rule, 1, Integer::sum);
    }

    void add(String rule, String text, int start, int end) {
        addAll(rule);
        if (remembered != null) {
            remembered
                    .computeIfAbsent(rule, name -> new LinkedHashSet<>())
                    .addAll(List.of(REPLACEMENT.split(text.substring(start, end))));
        }
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }
}
