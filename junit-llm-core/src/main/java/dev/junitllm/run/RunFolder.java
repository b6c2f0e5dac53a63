package dev.junitllm.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes the folder of a run: named by time, process and a counter, and created atomically, so that no two share one. */
final class RunFolder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunFolder() {}

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
