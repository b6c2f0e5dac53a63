package dev.junitllm.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one run of a test class in a JVM of its own cost.
 *
 * @param passed how many tests passed
 * @param cpuNanos user and system time of the process, the JVM's start included
 * @param retained bytes that the run left on the heap while the launcher still held its plan, or 0 where not asked for
 * @param peakLive the most bytes that any garbage collection left
 * @param wallNanos from the start of the process to its end
 */
record Measurement(long passed, long cpuNanos, long retained, long peakLive, long wallNanos) {

    private static final Pattern LINE =
            Pattern.compile("^benchmark: passed=(\\d+) cpu=(\\d+) retained=(-?\\d+) peak=(\\d+)$", Pattern.MULTILINE);

    /** How the child says it; the wall time is the parent's to know. */
    String line() {
        return String.format(
                Locale.ROOT, "benchmark: passed=%d cpu=%d retained=%d peak=%d", passed, cpuNanos, retained, peakLive);
    }

    static Optional<Measurement> in(String output, long wallNanos) {
        return LINE.matcher(output).results().findFirst().map(found -> of(found, wallNanos));
    }

    private static Measurement of(MatchResult found, long wallNanos) {
        long[] values = Arrays.stream(new int[] {1, 2, 3, 4})
                .mapToLong(group -> Long.parseLong(found.group(group)))
                .toArray();
        return new Measurement(values[0], values[1], values[2], values[3], wallNanos);
    }
}
