package dev.junitllm.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a judged golden set costs beside the same by hand, and how long it takes when it is replayed. */
final class JudgedTable {

    private static final int CASES = 1_000;
    private static final int CALLS = 2 * CASES;
    private static final int CONCURRENCY = 64;
    private static final int ROUNDS = 3;
    private static final int FAST = 50;
    private static final int SLOW = 500;
    private static final double NANOS = 1e9;

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
            table.replay(junit);
        }
    }

    /** Side by side, one after the other, so that a noisy moment hits both kinds. */
    private void compare(String junit) throws IOException, InterruptedException {
        List<Measurement> plain = new ArrayList<>();
        List<Measurement> judged = new ArrayList<>();
        try (ModelProcess model = ModelProcess.start(classPath(junit), FAST)) {
            for (int round = 0; round < ROUNDS; round++) {
                plain.add(run(PlainJudgedTest.class, junit, model, "live"));
                judged.add(run(JudgedSetTest.class, junit, model, "live"));
            }
            asked(model, 2 * ROUNDS * CALLS);
        }
        row(junit, FAST, "CPU", median(plain, Measurement::cpuNanos), median(judged, Measurement::cpuNanos));
        row(junit, FAST, "wall", median(plain, Measurement::wallNanos), median(judged, Measurement::wallNanos));
    }

    private void replay(String junit) throws IOException, InterruptedException {
        ChildJvm.delete(module());
        try (ModelProcess model = ModelProcess.start(classPath(junit), SLOW)) {
            Measurement recorded = run(JudgedSetTest.class, junit, model, "record");
            asked(model, CALLS);
            Measurement replayed = run(JudgedSetTest.class, junit, model, "replay");
            asked(model, CALLS);
            row(junit, SLOW, "wall", recorded.wallNanos(), replayed.wallNanos());
            row(junit, SLOW, "CPU", recorded.cpuNanos(), replayed.cpuNanos());
            out.println(String.format(Locale.ROOT, "| %s | %d ms | requests | %,d | 0 | |", junit, SLOW, CALLS));
        } finally {
            ChildJvm.delete(module());
        }
    }

    private static void asked(ModelProcess model, int wanted) throws IOException, InterruptedException {
        int asked = model.asked();
        if (asked != wanted) {
            throw new IllegalStateException("there were %d requests so far instead of %d".formatted(asked, wanted));
        }
    }

    private Measurement run(Class<?> testClass, String junit, ModelProcess model, String cassettes)
            throws IOException, InterruptedException {
        List<String> options = List.of(
                "-Xmx1g",
                "-Djunit.jupiter.execution.parallel.enabled=true",
                "-Djunit.jupiter.execution.parallel.mode.default=concurrent",
                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=" + CONCURRENCY,
                "-Djunit.llm.judge.base-url=" + model.baseUrl(),
                "-Djunit.llm.judge.model=" + ModelServer.JUDGE,
                "-Djunit.llm.judge.concurrency=" + CONCURRENCY,
                "-Djunit.llm.cassette.mode=" + cassettes,
                "-Dbenchmark.model=" + model.baseUrl(),
                "-Dbasedir=" + module());
        return new ChildJvm(
                        classPath(junit), options, target.resolve("benchmark").resolve("run"))
                .run(testClass, false)
                .filter(measured -> measured.passed() == CASES)
                .orElseThrow(() -> new IllegalStateException(testClass.getSimpleName() + " did not pass"));
    }

    /** Where the recordings lie. */
    private Path module() {
        return target.resolve("benchmark").resolve("module");
    }

    private String classPath(String junit) throws IOException {
        Path golden = CaseFile.write(target.resolve("benchmark").resolve("cases-" + CASES), CASES);
        return String.join(
                File.pathSeparator,
                golden.toString(),
                target.resolve("classes").toString(),
                jars("junit-" + junit),
                jars("judge"),
                jars("libraries"));
    }

    private String jars(String folder) {
        return target.resolve("classpath").resolve(folder) + File.separator + "*";
    }

    private void row(String junit, int latency, String what, long first, long second) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %d ms | %s | %.2f s | %.2f s | %.2f |",
                junit,
                latency,
                what,
                first / NANOS,
                second / NANOS,
                (double) second / first));
    }

    private static long median(List<Measurement> rounds, ToLongFunction<Measurement> value) {
        return rounds.stream().mapToLong(value).sorted().toArray()[rounds.size() / 2];
    }
}
