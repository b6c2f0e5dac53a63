package dev.junitllm.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a judged golden set costs beside the same by hand, and how long it takes when it is replayed. */
final class JudgedTable {

    private static final int CALLS = 2 * RemoteRuns.CASES;
    private static final int ROUNDS = 7;
    private static final int REPLAYS = 3;
    private static final int FAST = 50;
    private static final int SLOW = 500;
    private static final String TRACE = "-Djunit.llm.trace=";

    private final PrintStream out;
    private final Path target;

    private JudgedTable(PrintStream out, Path target) {
        this.out = out;
        this.target = target;
    }

    static void print(PrintStream out, Path target, List<String> versions) throws IOException, InterruptedException {
        JudgedTable table = new JudgedTable(out, target);
        out.println();
        out.println("| JUnit | latency | measured | by hand | `@JudgeScore` | ratio |");
        out.println("|---|---|---|---|---|---|");
        for (String junit : versions) {
            table.compare(junit);
        }
        out.println();
        out.println("| JUnit | latency | measured | recorded | replayed | ratio |");
        out.println("|---|---|---|---|---|---|");
        for (String junit : versions) {
            table.replay(junit, "off");
            table.replay(junit, "on");
        }
    }

    /** Side by side, one after the other, so that a noisy moment hits all kinds. */
    private void compare(String junit) throws IOException, InterruptedException {
        List<Measurement> plain = new ArrayList<>();
        List<Measurement> judged = new ArrayList<>();
        List<Measurement> traced = new ArrayList<>();
        RemoteRuns runs = RemoteRuns.of(target, "judged-" + junit);
        try (ModelProcess model = runs.model(junit, FAST)) {
            for (int round = 0; round < ROUNDS; round++) {
                plain.add(runs.run(PlainJudgedTest.class, junit, model));
                judged.add(
                        runs.run(JudgedSetTest.class, junit, model, "-Djunit.llm.cassette.mode=live", TRACE + "off"));
                traced.add(runs.run(JudgedSetTest.class, junit, model, "-Djunit.llm.cassette.mode=live"));
            }
            RemoteRuns.asked(model, 3 * ROUNDS * CALLS);
        } finally {
            ChildJvm.delete(runs.module());
        }
        row(junit, FAST, "CPU, no traces", new Pairs(plain, judged), Measurement::cpuNanos);
        row(junit, FAST, "CPU", new Pairs(plain, traced), Measurement::cpuNanos);
        row(junit, FAST, "wall", new Pairs(plain, traced), Measurement::wallNanos);
    }

    /** Each replay of a recording that was just made, whatever it left is deleted when all is measured. */
    private void replay(String junit, String traces) throws IOException, InterruptedException {
        List<Measurement> recorded = new ArrayList<>();
        List<Measurement> replayed = new ArrayList<>();
        try (ModelProcess model = RemoteRuns.of(target, "").model(junit, SLOW)) {
            for (int round = 1; round <= REPLAYS; round++) {
                RemoteRuns runs = RemoteRuns.of(target, "replayed-" + round);
                recorded.add(runs.run(
                        JudgedSetTest.class, junit, model, "-Djunit.llm.cassette.mode=record", TRACE + traces));
                RemoteRuns.asked(model, round * CALLS);
                replayed.add(runs.run(
                        JudgedSetTest.class, junit, model, "-Djunit.llm.cassette.mode=replay", TRACE + traces));
                RemoteRuns.asked(model, round * CALLS);
            }
            String with = traces.equals("off") ? ", no traces" : "";
            Pairs pairs = new Pairs(recorded, replayed);
            row(junit, SLOW, "wall" + with, pairs, Measurement::wallNanos);
            row(junit, SLOW, "CPU" + with, pairs, Measurement::cpuNanos);
            out.println(String.format(Locale.ROOT, "| %s | %d ms | requests | %,d | 0 | |", junit, SLOW, CALLS));
        } finally {
            for (int round = 1; round <= REPLAYS; round++) {
                ChildJvm.delete(RemoteRuns.of(target, "replayed-" + round).module());
            }
        }
    }

    private void row(String junit, int latency, String what, Pairs pairs, ToLongFunction<Measurement> value) {
        out.println(String.format(Locale.ROOT, "| %s | %d ms | %s | %s", junit, latency, what, pairs.columns(value)));
    }
}
