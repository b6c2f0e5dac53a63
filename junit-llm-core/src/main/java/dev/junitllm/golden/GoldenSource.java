package dev.junitllm.golden;

import java.util.List;

/**
 * Where a golden set stands and how it is written.
 *
 * @param locations files or globs, at least one: bare ({@code golden/handbook.jsonl}: on the class path, else a file),
 *     {@code classpath:} or {@code file:}
 * @param format the name of the format, or empty to choose by each file's name
 * @param mapping where the fields of a case stand in each record
 */
public record GoldenSource(List<String> locations, String format, FieldMapping mapping) {

    /**
     * Checks what it is made of.
     *
     * @param locations files or globs, at least one: bare ({@code golden/handbook.jsonl}: on the class path, else a file),
     *     {@code classpath:} or {@code file:}
     * @param format the name of the format, or empty to choose by each file's name
     * @param mapping where the fields of a case stand in each record
     */
    public GoldenSource {
        locations = List.copyOf(locations);
        if (locations.isEmpty() || locations.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "@GoldenSet names no file: give it at least one, such as @GoldenSet(\"golden/handbook.jsonl\")");
        }
        format = format.strip();
    }
}
