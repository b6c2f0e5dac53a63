package dev.junitllm.golden;

import java.io.IOException;

/**
 * A way to write golden sets. Found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/dev.junitllm.golden.GoldenSetFormat}. It must be thread-safe. A format of the user's is asked
 * before the built-in ones, and each may come gzip-compressed without knowing of it.
 */
public interface GoldenSetFormat {

    /**
     * What {@code @GoldenSet(format = …)} calls it.
     *
     * @return a short name in lower case, such as {@code jsonl}, unlike that of any other format
     */
    String name();

    /**
     * Whether a file is written this way, by its name.
     *
     * @param fileName the name without folders and without {@code .gz}, in lower case
     * @return true where it is
     */
    boolean handles(String fileName);

    /**
     * Whether every value is text, as in a table. Then tags are split at semicolons, and what must be a list or an object
     * is read as JSON from its text.
     *
     * @return false unless overridden
     */
    default boolean textOnly() {
        return false;
    }

    /**
     * Reads a file from front to back, without holding it.
     *
     * @param input the file's content
     * @param sink takes the records and what is wrong with the file
     * @throws IOException where the file can't be read any further
     */
    void read(GoldenInput input, RecordSink sink) throws IOException;
}
