package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The words of JSON Schema by which a schema can refuse a value, in all of its drafts. */
final class SchemaKeywords {

    private static final Set<String> ASKING = Set.of(
            "$dynamicRef",
            "$recursiveRef",
            "$ref",
            "additionalItems",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "contains",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "disallow",
            "divisibleBy",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "extends",
            "format",
            "if",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "prefixItems",
            "properties",
            "propertyNames",
            "required",
            "type",
            "unevaluatedItems",
            "unevaluatedProperties",
            "uniqueItems");

    private SchemaKeywords() {}

    /** Whether a schema could refuse anything: not {@code true}, not an object of words that check nothing. */
    static boolean askForSomething(JsonNode schema) {
        return !(schema.isBoolean() && schema.booleanValue())
                && (!schema.isObject()
                        || schema.properties().stream().anyMatch(keyword -> ASKING.contains(keyword.getKey())));
    }
}
