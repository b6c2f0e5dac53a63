package dev.junitllm.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @TempDir
    Path folder;

    HistoryFile file;

    @BeforeEach
    void chooseFile() {
        file = HistoryFile.of(Path.of("kept"), new TestModule(folder, folder.resolve("target")), Histories.TEST);
    }

    @Test
    void givesBackWhatWasAppended() throws IOException {
        HistoryLine first = Histories.line(1, Map.of("passRate", new HistoryFigure(0.9, 0.05, 40)));
        HistoryLine second =
                Histories.restarting(Histories.line(2, Map.of("score größe", new HistoryFigure(0.5, 0, 3))));

        file.append(first);
        file.append(second);

        assertThat(file.read(Histories.TEST).lines()).containsExactly(first, second);
        assertThat(file.read(Histories.TEST).problems()).isEmpty();
        assertThat(file.shown()).isEqualTo("kept/com.example.HandbookEvalTest.answers.jsonl");
        assertThat(Files.readAllLines(file.path()))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"schema\":1,\"time\":\"2026-01-0"))
                .allMatch(line -> line.chars().allMatch(character -> character < 128));
    }

    @Test
    void isEmptyWhereNothingWasKept() {
        assertThat(file.read(Histories.TEST)).isEqualTo(new HistoryFile.Contents(List.of(), List.of()));
    }

    @Test
    void leavesOutWhatAKilledProcessHasLeftAndGoesOnBehindIt() throws IOException {
        HistoryLine first = Histories.line(1, Map.of());
        HistoryLine last = Histories.line(3, Map.of());
        file.append(first);
        String half = Files.readString(file.path()).substring(0, 100);
        Files.writeString(file.path(), half, StandardOpenOption.APPEND);

        file.append(last);

        HistoryFile.Contents contents = file.read(Histories.TEST);
        assertThat(contents.lines()).containsExactly(first, last);
        assertThat(contents.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "kept/com.example.HandbookEvalTest.answers.jsonl:2 is left out of the history: malformed JSON");
    }

    @Test
    void readsStrictly() throws IOException {
        file.append(Histories.line(1, Map.of("passRate", new HistoryFigure(0.9, 0.05, 40))));
        String good = Files.readString(file.path());

        for (String wrong : List.of(
                good.replace("\"schema\":1", "\"schema\":2"),
                good.replace("\"cases\":40", "\"casez\":40"),
                good.replace("\"cases\":40", "\"cases\":\"40\""),
                good.replace("\"standardError\":0.05", "\"standardError\":-1"),
                good.replace("\"value\":0.9", "\"value\":1e999"),
                good.replace("\"PASS\"", "\"PASSED\""),
                good.replace("2026-01", "2026-13"),
                good.replace("HandbookEvalTest", "OtherTest"),
                "[".repeat(5_000) + "\n",
                "null\n")) {
            Files.writeString(file.path(), wrong, UTF_8);

            assertThat(file.read(Histories.TEST).lines()).as(wrong).isEmpty();
            assertThat(file.read(Histories.TEST).problems()).as(wrong).hasSize(1);
        }
        Files.writeString(file.path(), good.replace("\"schema\":1", "\"schema\":2"), UTF_8);
        assertThat(file.read(Histories.TEST).problems().get(0))
                .endsWith("schema 2 is not understood, only 1: a later version wrote it");
    }

    @Test
    void saysOfManyWrongLinesOnlySome() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "x\n".repeat(10));

        assertThat(file.read(Histories.TEST).problems())
                .hasSize(4)
                .last()
                .isEqualTo("and 7 more lines of kept/com.example.HandbookEvalTest.answers.jsonl");
    }

    @Test
    void readsNoMoreThanTheEnd() throws IOException {
        file.append(Histories.line(1, Map.of()));
        Files.writeString(file.path(), " ".repeat(HistoryFile.MOST_BYTES) + "\n", StandardOpenOption.APPEND);
        for (int i = 0; i < HistoryFile.MOST_RUNS + 2; i++) {
            file.append(Histories.line(i, Map.of()));
        }

        assertThat(file.read(Histories.TEST).lines())
                .hasSize(HistoryFile.MOST_RUNS)
                .first()
                .extracting(HistoryLine::run)
                .isEqualTo("run-2");
    }

    @Test
    void reportsAFolderInItsPlace() throws IOException {
        Files.createDirectories(file.path());

        assertThat(file.read(Histories.TEST).lines()).isEmpty();
        assertThat(file.read(Histories.TEST).problems()).hasSize(1);
    }

    @Test
    void losesNoLineToSeveralThreads() {
        IntStream.range(0, 40).parallel().forEach(number -> append(file, number));

        assertThat(file.read(Histories.TEST).lines())
                .extracting(HistoryLine::run)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(i -> "run-" + i).toList());
    }

    @Test
    @Tag("slow")
    void losesNoLineToSeveralProcesses() throws Exception {
        List<Process> writers = List.of(writer(100), writer(200));
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        assertThat(file.read(Histories.TEST).problems()).isEmpty();
        assertThat(file.read(Histories.TEST).lines())
                .extracting(HistoryLine::run)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(IntStream.range(100, 150), IntStream.range(200, 250))
                                .mapToObj(i -> "run-" + i)
                                .toList());
    }

    private Process writer(int from) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        Integer.toString(from))
                .inheritIO()
                .start();
    }

    /** Another process that appends to the same file. */
    static final class Writer {

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            HistoryFile file =
                    HistoryFile.of(Path.of("kept"), new TestModule(folder, folder.resolve("target")), Histories.TEST);
            int from = Integer.parseInt(arguments[1]);
            IntStream.range(from, from + 50).forEach(number -> append(file, number));
        }
    }

    private static void append(HistoryFile file, int number) {
        try {
            file.append(Histories.line(number, Map.of("score long", new HistoryFigure(0.5, 0.1, number))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
