package dev.junitllm.score.code;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds the interpreters of this machine, as the user's own shell would, and where they really lie: a version manager's shim
 * could not run in a sandbox, which hides its home. Each is looked for once in the life of the JVM.
 */
final class Interpreters {

    private static final int ANSWER_SECONDS = 20;
    private static final int FEWEST_LINES = 2;

    private static final String ASK_PYTHON =
            "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3]);"
                    + " print(sys.base_prefix); print(sys.prefix); sys.exit(sys.version_info < (3, 7))";

    private static final String ASK_NODE =
            "console.log(process.execPath); console.log(process.versions.node); process.exit(parseInt(process.versions.node) < 16 ? 1 : 0)";

    private static final Once<Optional<Interpreter>> PYTHON =
            new Once<>(() -> find(List.of("python3", "python"), "-c", ASK_PYTHON));
    private static final Once<Optional<Interpreter>> NODE =
            new Once<>(() -> find(List.of("node", "nodejs"), "-e", ASK_NODE));
    private static final Once<Optional<Interpreter>> JAVA = new Once<>(Interpreters::ownJava);

    private Interpreters() {}

    /** Python 3.7 or newer. */
    static Optional<Interpreter> python() {
        return PYTHON.get();
    }

    /** Node.js 16 or newer. */
    static Optional<Interpreter> node() {
        return NODE.get();
    }

    /** The JDK that runs this JVM, where it has a compiler. */
    static Optional<Interpreter> java() {
        return JAVA.get();
    }

    private static Optional<Interpreter> find(List<String> names, String option, String question) {
        return names.stream()
                .flatMap(Tools::onPath)
                .flatMap(program -> ask(program, option, question).stream())
                .findFirst();
    }

    /** Asks an interpreter where it lies: its first line is its own path, the second its version, then its folders. */
    private static Optional<Interpreter> ask(Path program, String option, String question) {
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toString(), option, question);
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            Process process = builder.start();
            DrainedStream answer = DrainedStream.start(process.getInputStream(), "junit-llm-code-ask", 8192, 0);
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            answer.awaitEnd(TimeUnit.SECONDS.toMillis(1));
            List<String> lines = answer.text().lines().toList();
            if (process.exitValue() != 0 || lines.size() < FEWEST_LINES) {
                return Optional.empty();
            }
            Path executable = Path.of(lines.get(0));
            List<Path> folders = new ArrayList<>();
            lines.stream().skip(2).map(Path::of).forEach(folders::add);
            folders.add(home(executable));
            return Optional.of(new Interpreter(executable, lines.get(1), existing(folders)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Interpreter> ownJava() {
        Path home = Path.of(System.getProperty("java.home"));
        Path java = home.resolve("bin/java");
        if (!Files.isExecutable(java) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        return Optional.of(new Interpreter(java, Runtime.version().toString(), existing(withLinked(home))));
    }

    /** Some systems keep a JDK's settings elsewhere, by links. */
    private static List<Path> withLinked(Path home) {
        List<Path> folders = new ArrayList<>(List.of(home));
        try (Stream<Path> paths = Files.walk(home, 4)) {
            paths.filter(Files::isSymbolicLink).filter(Files::exists).forEach(link -> {
                try {
                    folders.add(link.toRealPath());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            return List.of(home); // and it will say itself what it lacks
        }
        return folders;
    }

    /** Where the parts of a program lie whose executable is in a folder {@code bin}. */
    private static Path home(Path executable) {
        Path folder = executable.getParent();
        Path home = folder != null && folder.endsWith("bin") ? folder.getParent() : null;
        return home == null ? executable : home;
    }

    private static List<Path> existing(List<Path> folders) {
        return folders.stream()
                .filter(Files::exists)
                .filter(folder -> !ReadablePaths.isTooMuch(folder))
                .distinct()
                .toList();
    }

    /** Text as all of them read it. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
