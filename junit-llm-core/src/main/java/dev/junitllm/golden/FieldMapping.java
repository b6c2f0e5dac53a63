package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonPointer;
import dev.junitllm.Printable;
import java.util.Arrays;

/**
 * Where the fields of a case stand in other people's records, each as a JSON Pointer (RFC 6901) such as
 * {@code /question} or {@code /answers/0/text}; empty for the field of the same name.
 *
 * <p>As soon as one is given, the records are taken for other people's data: top-level fields that no pointer and no
 * field name claims are kept in the metadata instead of being refused, and {@code null} counts as absent.
 *
 * @param id where the id stands
 * @param input where the input stands
 * @param expected where the expected answer stands
 * @param references where further acceptable answers stand
 * @param context where the documents stand
 * @param messages where the conversation stands
 * @param toolCalls where the expected tool calls stand
 * @param tags where the tags stand
 * @param metadata where the metadata stand
 * @param origin where the origin stands
 */
public record FieldMapping(
        String id,
        String input,
        String expected,
        String references,
        String context,
        String messages,
        String toolCalls,
        String tags,
        String metadata,
        String origin) {

    /** Every field under its own name, and no others. */
    public static final FieldMapping NONE = new FieldMapping("", "", "", "", "", "", "", "", "", "");
    /**
     * Checks what it is made of.
     *
     * @param id where the id stands
     * @param input where the input stands
     * @param expected where the expected answer stands
     * @param references where further acceptable answers stand
     * @param context where the documents stand
     * @param messages where the conversation stands
     * @param toolCalls where the expected tool calls stand
     * @param tags where the tags stand
     * @param metadata where the metadata stand
     * @param origin where the origin stands
     */
    public FieldMapping {
        check("id", id);
        check("input", input);
        check("expected", expected);
        check("references", references);
        check("context", context);
        check("messages", messages);
        check("toolCalls", toolCalls);
        check("tags", tags);
        check("metadata", metadata);
        check("origin", origin);
    }

    /**
     * Whether any field is mapped.
     *
     * @return false for {@link #NONE} and its equals
     */
    public boolean isPresent() {
        return Arrays.stream(Field.values()).anyMatch(this::maps);
    }

    boolean maps(Field field) {
        return !attribute(field).isEmpty();
    }

    JsonPointer pointer(Field field) {
        return maps(field) ? JsonPointer.compile(attribute(field)) : JsonPointer.compile("/" + field.fieldName());
    }

    private String attribute(Field field) {
        return switch (field) {
            case ID -> id;
            case INPUT -> input;
            case EXPECTED -> expected;
            case REFERENCES -> references;
            case CONTEXT -> context;
            case MESSAGES -> messages;
            case TOOL_CALLS -> toolCalls;
            case TAGS -> tags;
            case METADATA -> metadata;
            case ORIGIN -> origin;
        };
    }

    private static void check(String attribute, String pointer) {
        if (pointer.startsWith("/") ? !isPointer(pointer) : !pointer.isEmpty()) {
            String shown = Printable.line(pointer, 80);
            throw new IllegalArgumentException(
                    pointer.startsWith("/")
                            ? "@GoldenSet(%s = \"%s\") is no JSON Pointer: write ~ as ~0 and a / within a name as ~1"
                                    .formatted(attribute, shown)
                            : "@GoldenSet(%s = \"%s\") is no JSON Pointer: begin it with a slash, as in \"/%s\""
                                    .formatted(attribute, shown, shown));
        }
    }

    private static boolean isPointer(String text) {
        for (int tilde = text.indexOf('~'); tilde >= 0; tilde = text.indexOf('~', tilde + 1)) {
            if (!text.startsWith("~0", tilde) && !text.startsWith("~1", tilde)) {
                return false;
            }
        }
        return true;
    }
}
