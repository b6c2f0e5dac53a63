package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final long OWN = 4711;

    @TempDir
    private Path folder;

    @Test
    void keepsSoManyRunsAndRemovesOlderOnesWhole() throws IOException {
        run("20261101-100000-77-1");
        run("20261102-100000-77-1");
        run("20261103-100000-77-2");
        run("20261103-100000-77-1");

        new RunRetention(2, null).apply(folder, NOW, OWN);

        assertThat(left()).containsExactly("20261103-100000-77-1", "20261103-100000-77-2");
    }

    @Test
    void removesRunsThatAreTooOldHoweverFew() throws IOException {
        run("20261120-100000-77-1");
        run("20261127-130000-77-1");

        new RunRetention(100, Duration.ofDays(1)).apply(folder, NOW, OWN);

        assertThat(left()).containsExactly("20261127-130000-77-1");
    }

    @Test
    void keepsWhatBeganWithinTheHourAndWhatThisProcessBegan() throws IOException {
        run("20261101-100000-4711-1");
        run("20261128-111000-77-1");
        run("20261128-115000-77-1");

        new RunRetention(1, Duration.ofMinutes(1)).apply(folder, NOW, OWN);

        assertThat(left()).hasSize(3);
    }

    @Test
    void removesNothingThatIsNoRun() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("cases.jsonl"), "{}");
        Files.createDirectory(folder.resolve("20261101-100000-77-1")); // without results
        Files.createSymbolicLink(folder.resolve("20261102-100000-77-1"), elsewhere);
        Files.writeString(folder.resolve("20261103-100000-77-1"), "a file");
        run("20261399-100000-77-1");
        run("20261104-100000-77");

        new RunRetention(1, Duration.ofMinutes(1)).apply(folder, NOW, OWN);

        assertThat(left())
                .containsExactly(
                        "20261101-100000-77-1",
                        "20261102-100000-77-1",
                        "20261103-100000-77-1",
                        "20261104-100000-77",
                        "20261399-100000-77-1",
                        "elsewhere");
        assertThat(elsewhere.resolve("cases.jsonl")).exists();
    }

    @Test
    void followsNoLinkOutOfARun() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "x");
        Path run = run("20261101-100000-77-1");
        Files.createSymbolicLink(run.resolve("link"), outside);

        new RunRetention(100, Duration.ofDays(1)).apply(folder, NOW, OWN);

        assertThat(run).doesNotExist();
        assertThat(outside.resolve("precious")).exists();
    }

    @Test
    void removesRunsOfProcessesThatWereKilled() throws IOException {
        Path run = run("20261101-100000-77-1");
        Files.createFile(run.resolve(".running"));

        new RunRetention(100, Duration.ofDays(1)).apply(folder, NOW, OWN);

        assertThat(run).doesNotExist();
    }

    @Tag("slow")
    @Test
    void keepsWhatAnotherProcessIsWriting() throws Exception {
        Path run = run("20261101-100000-77-1");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        run.toString())
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            new RunRetention(100, Duration.ofDays(1)).apply(folder, NOW, OWN);
            assertThat(run.resolve("cases.jsonl")).exists();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();

        new RunRetention(100, Duration.ofDays(1)).apply(folder, NOW, OWN);

        assertThat(run).doesNotExist();
    }

    /** The other process. */
    static final class Writer {

        public static void main(String[] arguments) throws Exception {
            RunMark mark = RunMark.set(Path.of(arguments[0]));
            System.out.print("!");
            System.out.flush();
            Thread.sleep(60_000);
            mark.close();
        }
    }

    @Test
    void marksARunOnlyAsLongAsItIsWritten() {
        try (RunStore store = RunStore.create(new TestModule(folder, folder), Instant.now(), text -> text)) {
            assertThat(store.folder().resolve(".running")).exists();
            store.close();
            assertThat(store.folder().resolve(".running")).doesNotExist();
        }
    }

    @Test
    void takesItsNumbersFromTheSettings() throws IOException {
        run("20261101-100000-77-1");
        run("20261102-100000-77-1");

        retention(Map.of("junit.llm.keep.runs", "all")).apply(folder, NOW, OWN);
        assertThat(left()).hasSize(2);
        retention(Map.of("junit.llm.keep.runs", "1")).apply(folder, NOW, OWN);
        assertThat(left()).hasSize(1);
        retention(Map.of("junit.llm.keep.days", "3")).apply(folder, NOW, OWN);
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "some", "99999999999"})
    void refusesOtherNumbers(String runs) {
        assertThatThrownBy(() -> retention(Map.of("junit.llm.keep.runs", runs)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("junit.llm.keep.runs (or JUNIT_LLM_KEEP_RUNS) is '" + runs
                        + "', but must be a whole number from 1, or all");
    }

    private static RunRetention retention(Map<String, String> settings) {
        return RunRetention.of(Configuration.of(key -> Optional.ofNullable(settings.get(key)), Map.of()));
    }

    private Path run(String name) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("cases.jsonl"), "{}");
        Files.createDirectories(run.resolve("traces"));
        Files.writeString(run.resolve("traces/1.json"), "{}");
        return run;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
