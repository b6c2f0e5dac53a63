package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A record of a public benchmark, out of which the fields of a case are taken one by one. */
final class PublishedRecord {

    private static final String TEXT = "\"…\"";

    private final ObjectNode left;

    private PublishedRecord(ObjectNode left) {
        this.left = left;
    }

    static PublishedRecord of(JsonNode record) throws FaultException {
        if (record instanceof ObjectNode object) {
            return new PublishedRecord(object);
        }
        throw new FaultException(CaseFaults.notPublished(record));
    }

    /** Takes a text, which must be there and not be blank. */
    String text(String field) throws FaultException {
        String text = optionalText(field).orElseThrow(() -> new FaultException(CaseFaults.missingField(field)));
        if (text.isBlank()) {
            throw new FaultException(CaseFaults.blankField(field));
        }
        return text;
    }

    /** Takes a text, if it is there. */
    Optional<String> optionalText(String field) throws FaultException {
        JsonNode value = left.remove(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new FaultException(CaseFaults.wrongType(field, value, "a text", TEXT));
        }
        return Optional.of(value.textValue());
    }

    /** Takes whatever must be there. */
    JsonNode value(String field) throws FaultException {
        JsonNode value = left.remove(field);
        if (value == null || value.isNull()) {
            throw new FaultException(CaseFaults.missingField(field));
        }
        return value;
    }

    /** What was not taken, under its published names: it goes into the metadata. */
    ObjectNode rest() {
        return left;
    }
}
