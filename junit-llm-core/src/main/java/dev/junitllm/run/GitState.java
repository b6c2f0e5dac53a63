package dev.junitllm.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commit a run tested.
 *
 * @param commit the full hash of the checked-out commit
 * @param dirty whether tracked files differ from it
 */
public record GitState(String commit, boolean dirty) {

    private static final String COMMIT = "# branch.oid ";
    private static final String NO_COMMIT = "(initial)";
    private static final long PATIENCE_SECONDS = 5;

    /**
     * Asks git.
     *
     * @param folder a folder in the checkout
     * @return the state, or empty outside a checkout, without a commit, without git, or where git doesn't answer in time
     */
    public static Optional<GitState> of(Path folder) {
        return ask(folder, "status", "--porcelain=v2", "--branch", "--untracked-files=no")
                .flatMap(GitState::read);
    }

    /** Reads lines such as {@code # branch.oid <commit>}, then one line for each changed file. */
    private static Optional<GitState> read(String status) {
        boolean dirty = status.lines().anyMatch(line -> !line.startsWith("#"));
        return status.lines()
                .filter(line -> line.startsWith(COMMIT) && !line.endsWith(NO_COMMIT))
                .findFirst()
                .map(line -> new GitState(line.substring(COMMIT.length()), dirty));
    }

    private static Optional<String> ask(Path folder, String... words) {
        List<String> command = new java.util.ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(words));
        Process process = null;
        try {
            Path answer = java.nio.file.Files.createTempFile("junit-llm-git", ".txt");
            try {
                process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(answer.toFile())
                        .start();
                process.getOutputStream().close();
                return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? Optional.of(java.nio.file.Files.readString(answer, StandardCharsets.UTF_8)
                                .strip())
                        : Optional.empty();
            } finally {
                java.nio.file.Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
