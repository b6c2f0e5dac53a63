package dev.junitllm.golden;

import java.util.Arrays;
import java.util.List;

/** The fields of a case, under the names that golden files and the attributes of {@code @GoldenSet} share. */
enum Field {
    ID("id"),
    INPUT("input"),
    EXPECTED("expected"),
    REFERENCES("references"),
    CONTEXT("context"),
    MESSAGES("messages"),
    TOOL_CALLS("toolCalls"),
    TAGS("tags"),
    METADATA("metadata"),
    ORIGIN("origin");

    static final List<String> NAMES =
            Arrays.stream(values()).map(Field::fieldName).toList();

    private final String fieldName;

    Field(String fieldName) {
        this.fieldName = fieldName;
    }

    String fieldName() {
        return fieldName;
    }
}
