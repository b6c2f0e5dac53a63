package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * The form of the reply that is asked for: a JSON Schema and its name. Providers enforce it as far as they can, and most take
 * but a part of JSON Schema: say {@code required} and {@code "additionalProperties": false} for every object, and no limits
 * of numbers and lengths. Whoever reads the reply checks it again. Immutable.
 *
 * @param name what the form is called: at most 64 letters, digits, hyphens and underscores
 * @param schema the schema, an object; copied on the way in and out
 */
public record OutputSchema(String name, JsonNode schema) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Checks what it is made of.
     *
     * @param name what the form is called: at most 64 letters, digits, hyphens and underscores
     * @param schema the schema, an object; copied on the way in and out
     * @throws IllegalArgumentException where the name holds anything else, or the schema is no object
     */
    public OutputSchema {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name = \"%s\": 1 to 64 letters, digits, hyphens and underscores are allowed".formatted(name));
        }
        if (!schema.isObject()) {
            throw new IllegalArgumentException("schema of %s: a JSON object describes the reply".formatted(name));
        }
        schema = schema.deepCopy();
    }

    /**
     * The schema.
     *
     * @return a copy
     */
    @Override
    public JsonNode schema() {
        return schema.deepCopy();
    }
}
