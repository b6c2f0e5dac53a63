package dev.junitllm.score.json;

import dev.junitllm.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The text of a schema and where it was found.
 *
 * @param text what stands there
 * @param base what relative references begin from
 */
record SchemaFile(String text, String base) {

    /** For a schema that stands in no file: references begin from the root of the class path. */
    static final String NOWHERE = "classpath:schema.json";

    private static final String CLASS_PATH = "classpath:";

    /**
     * Reads a schema: on the class path, else as a file under the working folder.
     *
     * @throws IllegalArgumentException naming the places, where there is none
     */
    static SchemaFile read(String location) {
        String name = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
        name = name.startsWith("/") && location.startsWith(CLASS_PATH) ? name.substring(1) : name;
        try (InputStream resource =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (resource != null) {
                return new SchemaFile(new String(resource.readAllBytes(), StandardCharsets.UTF_8), CLASS_PATH + name);
            }
            Path file = Path.of(name).toAbsolutePath();
            if (!location.startsWith(CLASS_PATH) && Files.isRegularFile(file)) {
                return new SchemaFile(Files.readString(file), "file:///schema.json");
            }
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("%s can't be read: %s".formatted(quote(location), e.getMessage()), e);
        }
        throw new IllegalArgumentException(
                location.startsWith(CLASS_PATH)
                        ? quote(location) + " is not on the class path"
                        : quote(location) + " is neither on the class path nor a file under "
                                + Printable.line(Path.of("").toAbsolutePath().toString(), 200));
    }

    private static String quote(String location) {
        return "'" + Printable.line(location, 200) + "'";
    }
}
