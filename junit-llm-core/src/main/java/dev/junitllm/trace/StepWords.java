package dev.junitllm.trace;

import dev.junitllm.Printable;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.SpanTree.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What there is to say of steps in a line, safe to print. */
public final class StepWords {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ERROR = 200;

    private StepWords() {}

    /**
     * A step's name.
     *
     * @param span the step
     * @return such as {@code chat gpt-4o-mini}
     */
    public static String name(TraceSpan span) {
        return span.name().isBlank() ? "(no name)" : Printable.line(span.name(), LONGEST_NAME);
    }

    /**
     * How long something took.
     *
     * @param duration at least zero
     * @return such as {@code 85 ms}, {@code 1.2 s} or {@code 2 min 05 s}
     */
    public static String time(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis < 0.9995) {
            return Math.round(millis * 1_000) + " µs";
        }
        if (millis < 9.95) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 999.5) {
            return Math.round(millis) + " ms";
        }
        long seconds = Math.round(millis / 1_000);
        return millis < 59_950
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000)
                : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /**
     * The step that took longest by itself.
     *
     * @param tree the steps of a trace in their places
     * @return such as {@code chat gpt-4o-mini, 1.2 s of 1.4 s}; empty where there is none
     */
    public static String slowest(SpanTree tree) {
        return NotableSteps.of(tree)
                .slowest()
                .map(step -> "%s, %s of %s"
                        .formatted(
                                name(step.span()),
                                time(Duration.ofNanos(step.ownNanos())),
                                time(body(tree.steps().get(0).span()))))
                .orElse("");
    }

    /**
     * How long the body of the test took.
     *
     * @param root the invocation
     * @return until scoring began, or all of it where it wasn't scored
     */
    public static Duration body(TraceSpan root) {
        return root.events().stream()
                .filter(event -> event.name().equals(TraceNames.SCORING))
                .findFirst()
                .map(event -> Duration.ofNanos(Math.max(0, event.epochNanos() - root.startNanos())))
                .orElseGet(root::duration);
    }

    /**
     * The step that failed first, of those with no failed step below them.
     *
     * @param tree the steps of a trace in their places
     * @return such as {@code execute_tool lookup: no such page (and 2 more)}; empty where none failed
     */
    public static String failed(SpanTree tree) {
        List<Step> failed = NotableSteps.of(tree).failed();
        if (failed.isEmpty()) {
            return "";
        }
        TraceSpan first = failed.get(0).span();
        return name(first)
                + ": "
                + Printable.line(first.error().orElse(""), LONGEST_ERROR)
                + (failed.size() == 1 ? "" : " (and " + (failed.size() - 1) + " more)");
    }
}
