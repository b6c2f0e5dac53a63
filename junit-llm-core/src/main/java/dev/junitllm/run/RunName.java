package dev.junitllm.run;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a run's folder says.
 *
 * @param path the folder
 * @param began when the run began, to the second
 * @param pid the process it ran in
 */
record RunName(Path path, Instant began, long pid) {

    private static final Pattern NAME = Pattern.compile("([0-9]{8}-[0-9]{6})-([0-9]{1,18})-[0-9]{1,9}");

    /** Empty where the folder is called otherwise than {@link RunFolder} calls those of runs. */
    static Optional<RunName> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant began = LocalDateTime.parse(name.group(1), RunFolder.TIME).toInstant(ZoneOffset.UTC);
            return Optional.of(new RunName(path, began, Long.parseLong(name.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
