package dev.junitllm.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        return ModelProcess.start(classPath(junit), latencyMillis);
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
                        classPath(junit), options, target.resolve("benchmark").resolve("run"))
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
}
