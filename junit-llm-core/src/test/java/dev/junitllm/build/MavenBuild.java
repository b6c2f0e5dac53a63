package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Says whether the build failed because it was not allowed to download something. */
    boolean missedTheNetwork() {
        return exitCode != 0 && output().contains("in offline mode");
    }
}
