package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Maven build that has ended.
 *
 * @param folder the project's folder
 * @param exitCode Maven's exit code, 0 for a green build
 */
record MavenBuild(Path folder, int exitCode) {

    /** Returns all that Maven printed. */
    String output() {
        try {
            return Files.readString(folder.resolve("build.log"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns Surefire's report of a test class. */
    SurefireReport report(String testClass) {
        return SurefireReport.read(folder.resolve("target/surefire-reports/TEST-" + testClass + ".xml"));
    }

    /** Returns what each run of evals left, oldest first. */
    List<EvalFiles> evals() {
        return EvalFiles.of(folder);
    }

    /** Returns what the one run of evals left. */
    EvalFiles eval() {
        var evals = evals();
        if (evals.size() != 1) {
            throw new AssertionError("one run of evals was expected, not " + evals + "\n" + output());
        }
        return evals.get(0);
    }

    /** Says whether the build failed because it was not allowed to download something. */
    boolean missedTheNetwork() {
        return exitCode != 0 && output().contains("in offline mode");
    }
}
