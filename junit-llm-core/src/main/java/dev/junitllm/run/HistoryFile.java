package dev.junitllm.run;

import dev.junitllm.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the runs of a test are kept, one line each. Several processes may append at once: each line is one write, under a
 * lock of the file.
 *
 * @param path the file, which need not exist
 * @param shown its path below the module's folder where it lies there, for messages
 */
public record HistoryFile(Path path, String shown) {

    /** Some five hundred runs, of a few hundred bytes to a few thousand each; older ones are left alone. */
    static final int MOST_BYTES = 4 << 20;

    /** Charts of more runs show nothing. */
    static final int MOST_RUNS = 300;

    private static final int MOST_PROBLEMS = 3;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A place beyond any end: where locks are mandatory, those who only read aren't kept out. */
    private static final long LOCKED_PLACE = Long.MAX_VALUE - 1;

    /**
     * The file of a test.
     *
     * @param folder where histories are kept
     * @param module the test's module
     * @param test the test
     * @return the file; two tests have the same only where a file system could not tell their names apart
     */
    public static HistoryFile of(Path folder, TestModule module, TestId test) {
        Path file = module.folder().resolve(folder).normalize().resolve(TestFileName.of(test, ".jsonl"));
        Path shown = file.startsWith(module.folder()) ? module.folder().relativize(file) : file;
        return new HistoryFile(file, shown.toString().replace('\\', '/'));
    }

    /**
     * What was read.
     *
     * @param lines the runs, in the order in which they were appended; at most the last 300
     * @param problems what could not be read, one sentence each; those lines are left out
     */
    public record Contents(List<HistoryLine> lines, List<String> problems) {

        /**
         * Checks what it is made of.
         *
         * @param lines the runs, in the order in which they were appended; at most the last 300
         * @param problems what could not be read, one sentence each; those lines are left out
         */
        public Contents {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the runs of a test: at most the last 300, from the last 4 MiB. A line that is not one of them, such as one that a
     * killed process has left half written, is reported and left out.
     *
     * @param test the test
     * @return what was read; never an exception, as a lost history fails no build
     */
    public Contents read(TestId test) {
        List<HistoryLine> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - MOST_BYTES);
            List<String> texts = tail(channel, from).lines().toList();
            int cut = from > 0 ? 1 : 0; // the first line has lost its beginning
            for (int i = cut; i < texts.size(); i++) {
                read(texts.get(i), test, lines, problems, place(i + 1, from));
            }
        } catch (NoSuchFileException e) {
            return new Contents(List.of(), List.of());
        } catch (IOException e) {
            problems.add("%s can't be read: %s".formatted(shown, e));
        }
        int more = problems.size() - MOST_PROBLEMS;
        List<String> shownProblems = new ArrayList<>(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        if (more > 0) {
            shownProblems.add("and %s more lines of %s".formatted(more, shown));
        }
        return new Contents(lines.subList(Math.max(0, lines.size() - MOST_RUNS), lines.size()), shownProblems);
    }

    private String place(int line, long from) {
        return from == 0 ? shown + ":" + line : "%s, line %s of the last 4 MiB".formatted(shown, line);
    }

    private static void read(String text, TestId test, List<HistoryLine> lines, List<String> problems, String place) {
        if (text.isBlank()) {
            return;
        }
        try {
            HistoryLine line = HistoryJson.read(text);
            if (!line.test().className().equals(test.className())
                    || !line.test().method().equals(test.method())) {
                throw new IllegalArgumentException(
                        "it belongs to another test, " + line.test().displayName());
            }
            lines.add(line);
        } catch (RuntimeException e) {
            problems.add("%s is left out of the history: %s"
                    .formatted(place, Printable.line(String.valueOf(e.getMessage()), 200)));
        }
    }

    private static String tail(FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, channel.size() - from));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads on
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /**
     * Appends a run.
     *
     * @param line the run
     * @throws IOException where it can't be written, or another process has held the file for five seconds
     */
    @SuppressWarnings("try") // the lock is only held
    public void append(HistoryLine line) throws IOException {
        String text = HistoryJson.write(line) + "\n";
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel);
                // POSIX lets go of a lock where anybody in the process closes the file: appending is safe even then
                FileChannel end = FileChannel.open(path, StandardOpenOption.APPEND)) {
            // a process that was killed may have left half a line
            String whole = endsItsLine(channel) ? text : "\n" + text;
            ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                end.write(bytes);
            }
        }
    }

    private static boolean endsItsLine(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        return size == 0 || (channel.read(last, size - 1) == 1 && last.get(0) == '\n');
    }

    /** Asks again and again: within one process a second lock is refused rather than waited for. */
    private FileLock lock(FileChannel channel) throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE_NANOS) {
            @Nullable FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while another process held " + path, e);
            }
        }
        throw new IOException("another process has held " + path + " for too long");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_PLACE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
