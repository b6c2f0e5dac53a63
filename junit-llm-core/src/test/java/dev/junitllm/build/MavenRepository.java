package dev.junitllm.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The local repository of the builds that tests start: this checkout's modules, put there by the parent POM's
 * maven-install-plugin, beside links to everything in the user's own repository. The parent POM says why.
 */
final class MavenRepository {

    private static final Path GROUP = Path.of("dev", "junitllm");

    private MavenRepository() {}

    /** Links what has appeared in the user's repository since the last call, and returns the folder. */
    static Path prepared() {
        var repository = Path.of(MavenProject.setting("junitllm.it.repository"));
        var users = Path.of(MavenProject.setting("junitllm.maven.repository"));
        try {
            linkEntries(users, repository, Path.of("dev"));
            linkEntries(users.resolve("dev"), repository.resolve("dev"), GROUP.getFileName());
            return repository;
        } catch (UnsupportedOperationException e) {
            return repository; // no links here: Maven downloads what it needs
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void linkEntries(Path from, Path to, Path except) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (var entries = Files.newDirectoryStream(from, Files::isDirectory)) {
            for (var entry : entries) {
                var name = entry.getFileName();
                if (!name.equals(except)) {
                    link(to.resolve(name), entry);
                }
            }
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target.toRealPath());
        } catch (FileAlreadyExistsException e) {
            // linked before
        }
    }
}
