package dev.junitllm.gate;

import dev.junitllm.Printable;
import dev.junitllm.Slices;
import dev.junitllm.run.RunSummary;
import java.util.stream.Collectors;

/** The slice a gate names. */
final class SliceName {

    private static final int MOST_SHOWN = 10;

    private SliceName() {}

    /** As it stands on an annotation: a key and a value, or empty for the whole set. */
    static String of(String slice) {
        int equals = slice.indexOf('=');
        if (!slice.isEmpty() && (equals < 1 || equals == slice.length() - 1)) {
            throw new IllegalArgumentException(
                    "slice = \"%s\": write what and which, such as tag=refund, origin=production or language=de for a field of the metadata"
                            .formatted(Printable.line(slice, 100)));
        }
        return slice;
    }

    /** @throws IllegalArgumentException naming the nearest, where no case of the set belongs to it */
    static void check(String slice, Slices slices) {
        if (slice.isEmpty() || slices.isKnown(slice)) {
            return;
        }
        String near = slices.nearest(slice)
                .map(name -> "did you mean " + Printable.line(name, 100) + "?")
                .orElseGet(() -> "there are " + some(slices));
        throw new IllegalArgumentException("slice = \"%s\" is a part of the set that no case belongs to; %s"
                .formatted(Printable.line(slice, 100), near));
    }

    /** What to know of a small one; empty where it is large enough. */
    static String remark(String slice, RunSummary run) {
        return slice.isEmpty() || run.cases() >= SliceFigures.LEAST_CASES
                ? ""
                : GateMessages.smallSlice(slice, run.cases());
    }

    private static String some(Slices slices) {
        return Printable.line(
                slices.known().stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
                        + (slices.known().size() > MOST_SHOWN ? " and more" : ""),
                500);
    }
}
