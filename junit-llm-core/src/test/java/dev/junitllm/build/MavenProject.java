package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project of its own under {@code target/it-projects}, built by the Maven and the JDK that build this one.
 *
 * <p>It finds this checkout's modules as {@code dev.junitllm:…:${junitllm.version}}; see {@link MavenRepository}. A build is
 * tried offline first, and with the network only where something is missing.
 */
final class MavenProject {

    private static final int MINUTES = 10;

    private final Path folder;

    private MavenProject(Path folder) {
        this.folder = folder;
    }

    /** Begins an empty project; what an earlier run left in its folder goes. */
    static MavenProject named(String name) {
        var project = new MavenProject(Path.of(setting("junitllm.it.projects"), name));
        project.deleteFolder();
        // An own .mvn keeps Maven from taking this checkout for the project's root, with its jvm.config.
        project.createFolder(".mvn");
        return project;
    }

    /** Writes the project's POM; {@code ${junitllm.version}} stands for the version under test. */
    MavenProject pom(String xml) {
        return file("pom.xml", xml.replace("${junitllm.version}", setting("junitllm.version")));
    }

    /** Writes a test class, for example to {@code demo/SomeTest.java}. */
    MavenProject testSource(String path, String source) {
        return file("src/test/java/" + path, source);
    }

    /** Writes a file anywhere in the project. */
    MavenProject file(String path, String content) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Runs Maven with the given goals and options, and waits for it. */
    MavenBuild run(String... arguments) {
        var repository = MavenRepository.prepared();
        var offline = maven(repository, Stream.concat(Stream.of("--offline"), Stream.of(arguments)));
        return offline.missedTheNetwork() ? maven(repository, Stream.of(arguments)) : offline;
    }

    private MavenBuild maven(Path repository, Stream<String> arguments) {
        var windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        var command = new ArrayList<String>();
        command.add(Path.of(setting("junitllm.maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-Dmaven.repo.local=" + repository));
        arguments.forEach(command::add);
        var log = folder.resolve("build.log").toFile();
        return new MavenBuild(folder, exitCode(command, log));
    }

    private int exitCode(List<String> command, File log) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // What the outer build was asked for is not meant for this one.
        builder.environment().keySet().removeAll(List.of("MAVEN_ARGS", "MAVEN_BASEDIR"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1"); // a third faster, for so short a build
        try {
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(
                        "Still running after " + MINUTES + " minutes: " + command + ", see " + log);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + command, e);
        }
    }

    private void createFolder(String path) {
        try {
            Files.createDirectories(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteFolder() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A system property that the Failsafe configuration of the parent POM sets. */
    static String setting(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("No system property " + name
                    + ": these tests run in `mvn verify` (or -Dit.test=… verify), not alone.");
        }
        return value;
    }
}
