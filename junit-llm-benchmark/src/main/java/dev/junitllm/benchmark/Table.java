package dev.junitllm.benchmark;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The rows of the table of {@code docs/performance.md}. */
final class Table {

    private static final double NANOS = 1e9;
    private static final double MEGA = 1024 * 1024;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.println();
        out.println("| JUnit | cases | measured | @ParameterizedTest | @GoldenSet | ratio |");
        out.println("|---|---|---|---|---|---|");
    }

    void time(String junit, int cases, List<String> more, List<Measurement> plain, List<Measurement> golden) {
        seconds(
                junit,
                cases,
                "CPU" + with(more),
                median(plain, Measurement::cpuNanos),
                median(golden, Measurement::cpuNanos));
        seconds(
                junit,
                cases,
                "wall" + with(more),
                median(plain, Measurement::wallNanos),
                median(golden, Measurement::wallNanos));
    }

    void heap(String junit, int cases, List<String> more, Measurement plain, Measurement golden) {
        row(
                junit,
                cases,
                "retained heap per case" + with(more),
                format("%d bytes", plain.retained() / cases),
                format("%d bytes", golden.retained() / cases),
                format("%.2f", (double) golden.retained() / plain.retained()));
    }

    void completes(String junit, int cases, String heap, Optional<Measurement> golden) {
        row(junit, cases, "completes with " + heap, "", golden.isPresent() ? "yes" : "no", "");
        golden.ifPresent(measured -> cost(junit, cases, "with " + heap, measured));
    }

    void parallel(String junit, int cases, String executor, Measurement golden) {
        cost(junit, cases, "parallelism 4, " + executor, golden);
    }

    private void cost(String junit, int cases, String how, Measurement golden) {
        row(
                junit,
                cases,
                how + ": CPU, wall, peak live heap",
                "",
                format(
                        "%.1f s, %.1f s, %.0f MB",
                        golden.cpuNanos() / NANOS, golden.wallNanos() / NANOS, golden.peakLive() / MEGA),
                "");
    }

    private void seconds(String junit, int cases, String what, long plain, long golden) {
        row(
                junit,
                cases,
                what,
                format("%.2f s", plain / NANOS),
                format("%.2f s", golden / NANOS),
                format("%.2f", (double) golden / plain));
    }

    private void row(String junit, int cases, String what, String plain, String golden, String ratio) {
        out.println("| " + String.join(" | ", junit, format("%,d", cases), what, plain, golden, ratio) + " |");
        out.flush();
    }

    private static String with(List<String> more) {
        return more.isEmpty() ? "" : ", with Allure";
    }

    private static long median(List<Measurement> rounds, ToLongFunction<Measurement> value) {
        return rounds.stream().mapToLong(value).sorted().toArray()[rounds.size() / 2];
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
