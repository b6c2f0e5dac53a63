package dev.junitllm.report.waterfall;

import dev.junitllm.TraceSpan;
import dev.junitllm.trace.StepWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the first moment of a trace to its last, in nanoseconds.
 *
 * @param from the first
 * @param to the last, after the first
 */
record TimeAxis(long from, long to) {

    private static final int MOST_TICKS = 6;

    /** A line across the axis. */
    record Tick(double percent, String label) {}

    static TimeAxis of(List<TraceSpan> spans) {
        long from = spans.stream().mapToLong(TraceSpan::startNanos).min().orElse(0);
        long to = spans.stream()
                .mapToLong(span -> Math.max(span.startNanos(), span.endNanos()))
                .max()
                .orElse(0);
        return new TimeAxis(from, Math.max(to, from + 1));
    }

    /** Where a bar begins and how wide it is, as CSS. */
    String bar(TraceSpan span) {
        double left = percent(span.startNanos() - from);
        return "left:min(%s,100%% - 3px);width:%s"
                .formatted(css(left), css(Math.min(percent(span.duration().toNanos()), 100 - left)));
    }

    String sinceBegin(long nanos) {
        return "+" + StepWords.time(Duration.ofNanos(Math.max(0, nanos - from)));
    }

    /** At round times: 1, 2 or 5 of a unit of ten. */
    List<Tick> ticks() {
        long unit = 1;
        while (length() / unit > MOST_TICKS * 10L) {
            unit *= 10;
        }
        long step = unit;
        for (long factor : new long[] {2, 5, 10}) {
            if (length() / step > MOST_TICKS) {
                step = unit * factor;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= length() && ticks.size() <= MOST_TICKS; at += step) {
            ticks.add(new Tick(percent(at), at == 0 ? "0" : round(Duration.ofNanos(at))));
        }
        return ticks;
    }

    /** The distance of two ticks, as CSS. */
    String tickDistance() {
        List<Tick> ticks = ticks();
        return css(ticks.size() < 2 ? 100 : ticks.get(1).percent());
    }

    private static String round(Duration time) {
        return StepWords.time(time).replace(".0 ", " ");
    }

    private long length() {
        return to - from;
    }

    private double percent(long nanos) {
        return 100.0 * nanos / length();
    }

    static String css(double percent) {
        return String.format(Locale.ROOT, "%.3f%%", percent);
    }
}
