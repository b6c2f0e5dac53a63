package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAgainTest {

    private static final String CHANGED =
            "a case of the golden set can't be read: a.jsonl:2, case 'b': the file changed"
                    + " after it was validated; don't write golden files while tests run, and run them again";

    @TempDir
    private Path folder;

    private final String marker = UUID.randomUUID().toString();

    private GoldenFolder golden(String b) {
        return new GoldenFolder(folder)
                .with("a.jsonl", "{\"id\": \"a\", \"input\": \"x\"}\n{\"id\": \"b\", \"input\": \"" + b + "\"}\n");
    }

    @Test
    void noticesAFileThatWasRewritten() {
        try (GoldenCases cases = golden("y").open("a.jsonl")) {
            golden("z");
            assertThat(cases.read(0).input()).isEqualTo("x");
            assertThatExceptionOfType(GoldenSetException.class)
                    .isThrownBy(() -> cases.read(1))
                    .withMessage(CHANGED)
                    .satisfies(e -> assertThat(e.problems())
                            .singleElement()
                            .extracting(Problem::caseId)
                            .isEqualTo("b"));
        }
    }

    @Test
    void noticesAFileThatWasReplacedCutOrShifted() throws IOException {
        for (String content : List.of(
                "",
                "{\"id\": \"a\", \"input\": \"x\"}\n{\"id\": \"b\", \"inp",
                "\n\n" + "{\"id\": \"a\", \"input\": \"x\"}\n".repeat(3),
                "\u00ff".repeat(200))) {
            try (GoldenCases cases = golden("y").open("a.jsonl")) {
                Path other = Files.writeString(folder.resolve("other"), content);
                Files.move(other, folder.resolve("a.jsonl"), StandardCopyOption.REPLACE_EXISTING);
                assertThatExceptionOfType(GoldenSetException.class)
                        .isThrownBy(() -> cases.read(1))
                        .withMessage(CHANGED);
            }
        }
    }

    @Test
    void noticesAFileThatWasDeleted() throws IOException {
        try (GoldenCases cases = golden("y").open("a.jsonl")) {
            Files.delete(folder.resolve("a.jsonl"));
            assertThatExceptionOfType(GoldenSetException.class)
                    .isThrownBy(() -> cases.read(1))
                    .withMessage(
                            "a case of the golden set can't be read: a.jsonl:2, case 'b': the file can't be read any"
                                    + " more: it is gone or locked away; leave golden files alone while tests run, and run them again");
        }
    }

    @Test
    void deletesItsTemporaryCopyAndReadsNoMore() throws IOException {
        new GoldenFolder(folder)
                .with("a.csv", "id,input\na," + marker + "\n")
                .with("b.json", "[{\"id\": \"b\", \"input\": 1}]");
        GoldenCases cases = new GoldenFolder(folder).open("a.csv", "b.json");
        assertThat(copies()).hasSize(1);
        assertThat(cases.read(1).id()).isEqualTo("b");
        cases.close();
        cases.close();
        assertThat(copies()).isEmpty();
        assertThatExceptionOfType(GoldenSetException.class)
                .isThrownBy(() -> cases.read(0))
                .withMessage(
                        "a case of the golden set can't be read: a.csv:2, case 'a': its temporary copy can't be read:"
                                + " it is gone or locked away; keep the temporary folder as it is while tests run, and run them"
                                + " again");
    }

    @Test
    void leavesNoTemporaryCopyOfARefusedSet() throws IOException {
        assertThat(new GoldenFolder(folder).refusal("a.csv", "id,input\na," + marker + "\na,y\n"))
                .hasSize(1);
        assertThat(copies()).isEmpty();
    }

    @Test
    void keepsTheTemporaryCopyFromOthers() throws IOException {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a.csv", "id,input\na," + marker + "\n")
                .open("a.csv")) {
            assertThat(cases.size()).isEqualTo(1);
            Path copy = copies().get(0);
            if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(copy))
                        .extracting(Enum::name)
                        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
            }
        }
    }

    /** The temporary copies of this very test: others may run at the same time. */
    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("junit-llm-golden-"))
                    .filter(this::holdsTheMarker)
                    .toList();
        }
    }

    private boolean holdsTheMarker(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(marker);
        } catch (IOException e) {
            return false; // another's, deleted meanwhile
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.jsonl.gz"})
    void readsFromManyThreadsAtOnce(String name) throws Exception {
        String text = String.join(
                "\n",
                IntStream.range(0, 2000)
                        .mapToObj(i -> "{\"id\": \"c" + i + "\", \"input\": \"" + "\u00e9".repeat(i % 97) + i + "\"}")
                        .toList());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new GoldenFolder(folder).with(name, name.endsWith(".gz") ? GoldenFolder.gzip(bytes) : bytes);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (GoldenCases cases = new GoldenFolder(folder).open(name)) {
            List<Callable<Boolean>> readers = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int step = 2 * thread + 1;
                readers.add(() -> IntStream.range(0, 2000)
                        .map(i -> i * step % 2000)
                        .allMatch(i -> cases.read(i).input().equals("\u00e9".repeat(i % 97) + i)));
            }
            for (Future<Boolean> reader : threads.invokeAll(readers)) {
                assertThat(reader.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isNotHarmedByAnInterrupt() {
        try (GoldenCases cases = golden("y").open("a.jsonl")) {
            Thread.currentThread().interrupt();
            assertThat(cases.read(0).id()).isEqualTo("a");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(cases.read(1).id()).isEqualTo("b");
        }
    }

    @Test
    void keepsLittleOfALargeSet() throws IOException {
        int size = 100_000;
        try (var lines = Files.newBufferedWriter(folder.resolve("large.jsonl"))) {
            for (int i = 0; i < size; i++) {
                lines.write("{\"id\": \"case-" + i + "\", \"input\": \"" + "some words of a question ".repeat(10)
                        + "\"}\n");
            }
        }
        long before = usedMemory();
        try (GoldenCases cases = new GoldenFolder(folder).open("large.jsonl")) {
            long perCase = (usedMemory() - before) / size;
            assertThat(cases.size()).isEqualTo(size);
            assertThat(perCase).as("bytes a case").isLessThan(150);
            assertThat(cases.read(size - 1).id()).isEqualTo("case-99999");
        }
    }

    private static long usedMemory() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
