package dev.junitllm.score.json;

import dev.junitllm.Printable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which fields a rule holds for: a JSON Pointer (RFC 6901) in which {@code *} stands for any one step and {@code **} for
 * any number of them. It is followed step by step; where it has got to is a set of bits, bit n for n segments done.
 */
final class PathPattern {

    private static final String ONE = "*";
    private static final String ANY = "**";

    private static final int MOST_SEGMENTS = 60;

    private final String text;
    private final List<String> segments;

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    PathPattern(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw new IllegalArgumentException("'%s' is no JSON Pointer: begin it with a slash, as in \"/%s\""
                    .formatted(Printable.line(text, 80), Printable.line(text, 80)));
        }
        if (text.replace("~0", "").replace("~1", "").indexOf('~') >= 0) {
            throw new IllegalArgumentException("'%s' is no JSON Pointer: write ~ as ~0 and a / within a name as ~1"
                    .formatted(Printable.line(text, 80)));
        }
        this.text = text;
        this.segments = text.isEmpty()
                ? List.of()
                : Stream.of(text.substring(1).split("/", -1))
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toList();
        if (segments.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException(
                    "a path has at most %s steps, unlike '%s'".formatted(MOST_SEGMENTS, Printable.line(text, 80)));
        }
    }

    /** Where it stands at the root. */
    long start() {
        return withNoStepForAny(1);
    }

    /** Where it stands one step further down. */
    long step(long state, String name) {
        long next = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (((state >> i) & 1) == 0) {
                continue;
            }
            String segment = segments.get(i);
            if (segment.equals(ANY)) {
                next |= 1L << i;
            } else if (segment.equals(ONE) || segment.equals(name)) {
                next |= 1L << (i + 1);
            }
        }
        return withNoStepForAny(next);
    }

    boolean isMatch(long state) {
        return ((state >> segments.size()) & 1) == 1;
    }

    @Override
    public String toString() {
        return text;
    }

    private long withNoStepForAny(long state) {
        long all = state;
        for (int i = 0; i < segments.size(); i++) {
            if (((all >> i) & 1) == 1 && segments.get(i).equals(ANY)) {
                all |= 1L << (i + 1);
            }
        }
        return all;
    }
}
