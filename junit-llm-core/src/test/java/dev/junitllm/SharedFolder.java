package dev.junitllm;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reference data of the maintainers beside the checkout. Tests that need it are skipped, and say so, where it is absent. */
public final class SharedFolder {

    /** For {@code @EnabledIf} on a class of parameterized tests: Surefire doesn't report an abort in a method source. */
    public static final String IS_PRESENT = "dev.junitllm.SharedFolder#isPresent";

    /** Why such a class is skipped. */
    public static final String ABSENT = "skipped: there is no shared folder beside the checkout";

    private SharedFolder() {}

    /** Whether the folder is there. */
    public static boolean isPresent() {
        return Files.isDirectory(root());
    }

    /** The file or folder, or an assumption that fails. */
    public static Path require(String relative) {
        Path file = root().resolve(relative);
        assumeThat(file).as("skipped: the shared folder has no %s", relative).exists();
        return file;
    }

    /** The entries of a JSON array. */
    public static Stream<JsonNode> entries(String relative) {
        try {
            JsonNode array = new ObjectMapper().readTree(require(relative).toFile());
            return StreamSupport.stream(array.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String property = System.getProperty("junitllm.shared");
        if (property != null && !property.isBlank()) {
            return Path.of(property);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/design"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared") : folder.resolve("shared");
    }
}
