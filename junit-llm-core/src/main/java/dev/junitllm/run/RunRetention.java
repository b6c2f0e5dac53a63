package dev.junitllm.run;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes old runs. Never one that is being written, none of this process, none that began less than an hour ago (a build may
 * have many processes), and nothing that is no run.
 */
public final class RunRetention implements ConfigurationKeys {

    private static final ConfigurationKey RUNS = new ConfigurationKey(
            "junit.llm.keep.runs",
            "20",
            "How many runs are kept in `target/junit-llm`; older ones are removed at the end of a run, unless they began less"
                    + " than an hour ago. `all` keeps all.");

    private static final ConfigurationKey DAYS = new ConfigurationKey(
            "junit.llm.keep.days", "", "For how many days runs are kept in `target/junit-llm`, however few there are.");

    private static final int MOST = 1_000_000;
    private static final Duration YOUNG = Duration.ofHours(1);

    private final int runs;
    private final @Nullable Duration age;

    /** Made by Java's service loader, to say what can be set. */
    public RunRetention() {
        this(Integer.MAX_VALUE, null);
    }

    RunRetention(int runs, @Nullable Duration age) {
        this.runs = runs;
        this.age = age;
    }

    /**
     * What the settings ask for.
     *
     * @param configuration the settings of the run
     * @return what to keep
     * @throws ConfigurationException where one is wrong
     */
    public static RunRetention of(Configuration configuration) {
        var days = configuration.number(DAYS, 1, MOST);
        return new RunRetention(runs(configuration), days.isPresent() ? Duration.ofDays(days.getAsLong()) : null);
    }

    private static int runs(Configuration configuration) {
        String value = configuration.text(RUNS).orElseThrow();
        if (value.equalsIgnoreCase("all")) {
            return Integer.MAX_VALUE;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the message that names the setting
        }
        throw new ConfigurationException("%s (or %s) is '%s', but must be a whole number from 1, or all"
                .formatted(RUNS.name(), RUNS.environmentVariable(), Printable.line(value, 80)));
    }

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(RUNS, DAYS);
    }

    /**
     * Removes what need not be kept any more. What can't be removed stays, and is warned of.
     *
     * @param run the folder of a run that has ended, which stays
     */
    public void apply(Path run) {
        try {
            apply(
                    Objects.requireNonNull(run.toAbsolutePath().getParent()),
                    Instant.now(),
                    ProcessHandle.current().pid());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(RunRetention.class.getName())
                    .log(Level.WARNING, "old runs can''t be removed beside {0}: {1}", run, e.toString());
        }
    }

    void apply(Path folder, Instant now, long pid) throws IOException {
        List<RunName> newestFirst;
        try (Stream<Path> all = Files.list(folder)) {
            newestFirst = all.filter(RunRetention::isRun)
                    .flatMap(path -> RunName.of(path).stream())
                    .sorted(Comparator.comparing(RunName::began)
                            .thenComparing(name -> name.path().getFileName().toString())
                            .reversed())
                    .toList();
        }
        for (int i = 0; i < newestFirst.size(); i++) {
            RunName run = newestFirst.get(i);
            Duration old = Duration.between(run.began(), now);
            boolean tooOld = age != null && old.compareTo(age) > 0;
            if ((i >= runs || tooOld) && old.compareTo(YOUNG) > 0 && run.pid() != pid && !RunMark.isHeld(run.path())) {
                remove(run.path());
            }
        }
    }

    /** A folder that a run has made; links lead elsewhere. */
    private static boolean isRun(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(path.resolve("cases.jsonl"), LinkOption.NOFOLLOW_LINKS);
    }

    /** The results go last: what is left of a run that can't be removed whole still is one. */
    private static void remove(Path run) throws IOException {
        Path results = run.resolve("cases.jsonl");
        Files.walkFileTree(run, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(results)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (directory.equals(run)) {
                    Files.deleteIfExists(results);
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
