package dev.junitllm.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the folder of a run: named by time, process and a counter, and created atomically, so that no two share one. */
final class RunFolder {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Where the number of the process stands in a name that is split at its hyphens. */
    private static final int PROCESS = 2;

    private RunFolder() {}

    /** The folders beside this one that the same process began, none of them before the moment; processes share numbers over time. */
    static List<Path> ofSameProcess(Path folder, Instant notBefore) throws IOException {
        String[] own = folder.getFileName().toString().split("-", -1);
        String earliest = TIME.format(notBefore);
        try (Stream<Path> all = Files.list(folder.toAbsolutePath().getParent())) {
            return all.filter(other -> {
                        String name = other.getFileName().toString();
                        String[] parts = name.split("-", -1);
                        return parts.length == own.length
                                && parts[PROCESS].equals(own[PROCESS])
                                && name.compareTo(earliest) >= 0
                                && !other.getFileName().equals(folder.getFileName());
                    })
                    .sorted()
                    .toList();
        }
    }

    static Path create(Path buildFolder, Instant started, long pid) {
        try {
            Path parent = Files.createDirectories(buildFolder.resolve("junit-llm"));
            for (int counter = 1; ; counter++) {
                try {
                    return Files.createDirectory(parent.resolve(TIME.format(started) + "-" + pid + "-" + counter));
                } catch (FileAlreadyExistsException e) {
                    // another run of this process in the same second has it: the next number
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder for this run's results can't be made below " + buildFolder + ": " + e.getMessage(), e);
        }
    }
}
