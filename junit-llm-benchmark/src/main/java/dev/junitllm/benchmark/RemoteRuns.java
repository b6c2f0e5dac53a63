package dev.junitllm.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs of a thousand cases, 64 at once, whose application asks a model in another process.
 *
 * @param target the module's build folder, with the class paths in it
 * @param module the folder whose runs and recordings are kept apart from others'
 */
record RemoteRuns(Path target, Path module) {

    static final int CASES = 1_000;
    private static final int CONCURRENCY = 64;

    /**
     * Runs that leave each other alone. Nothing that they leave is deleted before all is measured: some file systems take long to
     * make files where many were just deleted.
     */
    static RemoteRuns of(Path target, String name) {
        return new RemoteRuns(target, target.resolve("benchmark").resolve(name));
    }

    /** Starts the model. */
    ModelProcess model(String junit, int latencyMillis) throws IOException {
        return ModelProcess.start(classPath(junit, target.resolve("classes")), latencyMillis);
    }

    /** Runs a test class on its own. */
    Measurement run(Class<?> testClass, String junit, ModelProcess model, String... more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx1g",
                "-Djunit.jupiter.execution.parallel.enabled=true",
                "-Djunit.jupiter.execution.parallel.mode.default=concurrent",
                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=" + CONCURRENCY,
                "-Djunit.llm.judge.base-url=" + model.baseUrl(),
                "-Djunit.llm.judge.model=" + ModelServer.JUDGE,
                "-Djunit.llm.judge.concurrency=" + CONCURRENCY,
                "-Dbenchmark.model=" + model.baseUrl(),
                "-Dbasedir=" + module));
        options.addAll(List.of(more));
        return new ChildJvm(
                        classPath(junit, classes()),
                        options,
                        target.resolve("benchmark").resolve("run"))
                .run(testClass, false)
                .filter(measured -> measured.passed() == CASES)
                .orElseThrow(() -> new IllegalStateException(testClass.getSimpleName() + " did not pass"));
    }

    /** Checks how many requests there were so far. */
    static void asked(ModelProcess model, int wanted) throws IOException, InterruptedException {
        int asked = model.asked();
        if (asked != wanted) {
            throw new IllegalStateException("there were %s requests so far instead of %s".formatted(asked, wanted));
        }
    }

    /** A run lies in the module of its test's classes, so each module has its own. */
    private Path classes() throws IOException {
        Path original = target.resolve("classes");
        Path copy = module.resolve("target").resolve("classes");
        if (!Files.exists(copy)) {
            try (Stream<Path> all = Files.walk(original)) {
                for (Path each : all.toList()) { // folders come before what is in them
                    Path there = copy.resolve(original.relativize(each));
                    Files.createDirectories(there.getParent());
                    Files.copy(each, there);
                }
            }
        }
        return copy;
    }

    private String classPath(String junit, Path classes) throws IOException {
        Path golden = CaseFile.write(target.resolve("benchmark").resolve("cases-" + CASES), CASES);
        return String.join(
                File.pathSeparator,
                golden.toString(),
                classes.toString(),
                jars("junit-" + junit),
                jars("judge"),
                jars("libraries"));
    }

    private String jars(String folder) {
        return target.resolve("classpath").resolve(folder) + File.separator + "*";
    }
}
