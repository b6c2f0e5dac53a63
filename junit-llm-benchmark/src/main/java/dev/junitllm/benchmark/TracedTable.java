package dev.junitllm.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the traces of a golden set cost: the same test, with one call of a model a case, traced and not. */
final class TracedTable {

    private static final int ROUNDS = 15;
    private static final int LATENCY = 50;

    private TracedTable() {}

    static void print(PrintStream out, Path target, List<String> versions) throws IOException, InterruptedException {
        out.println();
        out.println("| JUnit | cases | measured | tracing off | tracing on | ratio |");
        out.println("|---|---|---|---|---|---|");
        for (String junit : versions) {
            compare(out, RemoteRuns.of(target, "traced-" + junit), junit);
        }
        for (String junit : versions) {
            ChildJvm.delete(RemoteRuns.of(target, "traced-" + junit).module());
        }
    }

    /** Side by side, one after the other, so that a noisy moment hits both. */
    private static void compare(PrintStream out, RemoteRuns runs, String junit)
            throws IOException, InterruptedException {
        List<Measurement> off = new ArrayList<>();
        List<Measurement> on = new ArrayList<>();
        try (ModelProcess model = runs.model(junit, LATENCY)) {
            for (int round = 0; round < ROUNDS; round++) {
                off.add(runs.run(TracedSetTest.class, junit, model, "-Djunit.llm.trace=off"));
                on.add(runs.run(TracedSetTest.class, junit, model, "-Djunit.llm.trace=on"));
            }
            RemoteRuns.asked(model, 2 * ROUNDS * RemoteRuns.CASES);
        }
        out.println(String.format(
                Locale.ROOT,
                "| %s | %,d | CPU | %s",
                junit,
                RemoteRuns.CASES,
                new Pairs(off, on).columns(Measurement::cpuNanos)));
    }
}
