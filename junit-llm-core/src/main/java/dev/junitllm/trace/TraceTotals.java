package dev.junitllm.trace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run has traced.
 *
 * @param on whether it traced at all
 * @param traces how many traces were kept
 * @param spans how many spans they have
 * @param dropped how many spans were not kept because their trace had too many
 * @param outside spans that belong to no test, by name
 * @param remarks what else there is to say
 */
public record TraceTotals(
        boolean on, long traces, long spans, long dropped, Map<String, Long> outside, List<String> remarks) {

    /** Nothing was traced. */
    public static final TraceTotals OFF = new TraceTotals(false, 0, 0, 0, Map.of(), List.of());

    /**
     * What a run has traced.
     *
     * @param on whether it traced at all
     * @param traces how many traces were kept
     * @param spans how many spans they have
     * @param dropped how many spans were not kept because their trace had too many
     * @param outside spans that belong to no test, by name
     * @param remarks what else there is to say
     */
    public TraceTotals {
        outside = java.util.Collections.unmodifiableMap(new TreeMap<>(outside));
        remarks = List.copyOf(remarks);
    }

    /**
     * How many spans belong to no test.
     *
     * @return at least 0
     */
    public long outsideAll() {
        return outside.values().stream().mapToLong(Long::longValue).sum();
    }
}
