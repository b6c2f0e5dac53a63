package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import java.util.function.Predicate;

/**
 * Something that every selected case must have, because something will ask for it.
 *
 * @param fields the golden-file fields that give it, quoted, for messages
 * @param isIn whether a case has it
 * @param neededBy who asks for it, as messages call it, such as {@code score 'token-f1'}
 */
public record Need(String fields, Predicate<GoldenCase> isIn, String neededBy) {

    /**
     * A part of the case.
     *
     * @param part the part
     * @param neededBy who asks for it, as messages call it
     */
    public Need(GoldenPart part, String neededBy) {
        this(part.fields(), part::isIn, neededBy);
    }

    /**
     * A field of the case's metadata that holds something: more than null, a blank text or an empty list.
     *
     * @param field the field
     * @param neededBy who asks for it, as messages call it
     * @return the need
     */
    public static Need ofMetadata(String field, String neededBy) {
        return new Need(
                "'" + field + "' in its metadata",
                golden -> holds(golden.metadata().path(field)),
                neededBy);
    }

    private static boolean holds(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isBlank())
                && !(value.isContainerNode() && value.isEmpty());
    }
}
