package dev.junitllm.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs every measurement of {@code docs/performance.md} and prints it as rows of a Markdown table. */
final class Benchmark {

    private static final List<String> VERSIONS = List.of("5.14.4", "6.1.3");
    private static final int SMALL = 10_000;
    private static final int LARGE = 100_000;
    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx1g";

    private final Path target;
    private final Table table = new Table(System.out);

    private Benchmark(Path target) {
        this.target = target;
    }

    /**
     * Measures.
     *
     * @param arguments the module's build folder, with the class paths in it, then {@code all} or what to measure:
     *     {@code cpu}, {@code heap}, {@code small-heap}, {@code parallel}, {@code allure}, {@code judged}, {@code traced}, {@code metrics}, {@code sequential}
     * @throws IOException where files can't be written
     * @throws InterruptedException where somebody wants an end
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark(Path.of(arguments[0]));
        Set<String> all =
                Set.of("cpu", "heap", "small-heap", "parallel", "allure", "judged", "traced", "metrics", "sequential");
        Set<String> wanted = arguments[1].equals("all") ? all : Set.of(arguments[1].split(","));
        if (!Set.of("judged", "traced", "metrics", "sequential").containsAll(wanted)) {
            benchmark.measure(wanted);
        }
        if (wanted.contains("judged")) {
            JudgedTable.print(System.out, benchmark.target, VERSIONS);
        }
        if (wanted.contains("traced")) {
            TracedTable.print(System.out, benchmark.target, VERSIONS);
        }
        if (wanted.contains("metrics")) {
            MetricTable.print(System.out, benchmark.target);
        }
        if (wanted.contains("sequential")) {
            SequentialTable.print(System.out);
        }
    }

    private void measure(Set<String> wanted) throws IOException, InterruptedException {
        table.head();
        for (String junit : VERSIONS) {
            if (wanted.contains("cpu")) {
                compareTime(junit, SMALL, List.of());
                compareTime(junit, LARGE, List.of());
            }
            if (wanted.contains("heap")) {
                compareHeap(junit, SMALL, List.of());
                compareHeap(junit, LARGE, List.of());
            }
            if (wanted.contains("small-heap")) {
                table.completes(junit, LARGE, "-Xmx160m", run(junit, List.of(), LARGE, List.of("-Xmx160m"), false));
            }
            if (wanted.contains("parallel")) {
                parallel(junit, "FORK_JOIN_POOL");
                if (junit.startsWith("6")) {
                    parallel(junit, "WORKER_THREAD_POOL");
                }
            }
            if (wanted.contains("allure")) {
                compareTime(junit, SMALL, List.of("allure"));
                compareHeap(junit, SMALL, List.of("allure"));
            }
        }
    }

    /** Side by side, one after the other, so that a noisy moment hits both kinds. */
    private void compareTime(String junit, int cases, List<String> more) throws IOException, InterruptedException {
        Map<Kind, List<Measurement>> measured = new EnumMap<>(Kind.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Kind kind : Kind.values()) {
                Measurement one = run(kind, junit, more, cases, List.of(HEAP), false)
                        .orElseThrow(() -> new IllegalStateException(kind.shown() + " did not come to its end"));
                measured.computeIfAbsent(kind, any -> new ArrayList<>()).add(one);
            }
        }
        table.time(
                junit,
                cases,
                more,
                measured.getOrDefault(Kind.PLAIN, List.of()),
                measured.getOrDefault(Kind.GOLDEN, List.of()));
    }

    private void compareHeap(String junit, int cases, List<String> more) throws IOException, InterruptedException {
        Measurement plain =
                run(Kind.PLAIN, junit, more, cases, List.of(HEAP), true).orElseThrow();
        Measurement golden =
                run(Kind.GOLDEN, junit, more, cases, List.of(HEAP), true).orElseThrow();
        table.heap(junit, cases, more, plain, golden);
    }

    private void parallel(String junit, String executor) throws IOException, InterruptedException {
        List<String> options = List.of(
                HEAP,
                "-Djunit.jupiter.execution.parallel.enabled=true",
                "-Djunit.jupiter.execution.parallel.mode.default=concurrent",
                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=4",
                "-Djunit.jupiter.execution.parallel.config.executor-service=" + executor);
        Measurement measured = run(junit, List.of(), SMALL, options, false).orElseThrow();
        table.parallel(junit, SMALL, executor, measured);
    }

    private Optional<Measurement> run(String junit, List<String> more, int cases, List<String> options, boolean heap)
            throws IOException, InterruptedException {
        return run(Kind.GOLDEN, junit, more, cases, options, heap);
    }

    private Optional<Measurement> run(
            Kind kind, String junit, List<String> more, int cases, List<String> options, boolean heap)
            throws IOException, InterruptedException {
        Path folder = target.resolve("benchmark");
        Path golden = CaseFile.write(folder.resolve("cases-" + cases), cases);
        List<String> classPath = new ArrayList<>(
                List.of(golden.toString(), target.resolve("classes").toString()));
        classPath.add(jars("junit-" + junit));
        more.forEach(jars -> classPath.add(jars(jars)));
        classPath.add(jars("libraries"));
        ChildJvm jvm = new ChildJvm(String.join(File.pathSeparator, classPath), options, folder.resolve("run"));
        try {
            return jvm.run(kind.testClass(), heap).filter(measured -> measured.passed() == cases);
        } finally {
            ChildJvm.delete(target.resolve("junit-llm"));
        }
    }

    private String jars(String folder) {
        return target.resolve("classpath").resolve(folder) + File.separator + "*";
    }
}
