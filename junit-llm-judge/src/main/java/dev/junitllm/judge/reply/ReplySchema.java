package dev.junitllm.judge.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.junitllm.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a judge's reply: a schema of the criterion's, with the field that repeats the request's code before its own.
 * Limits of numbers and lengths are kept from the provider, of which most refuse them, and checked here. Immutable, for use
 * by several threads.
 */
public final class ReplySchema {

    /** The field that repeats the request's code. */
    public static final String NONCE = "nonce";

    private static final Set<String> LIMITS =
            Set.of("minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength", "uniqueItems");

    private static final Set<String> RANGES = Set.of("minimum", "maximum");

    private static final int SHOWN = 3;
    private static final int WIDTH = 200;

    private final ObjectNode whole;
    private final JsonNode provided;
    private final JsonSchema compiled;

    private ReplySchema(ObjectNode whole, JsonSchema compiled) {
        this.whole = whole;
        this.provided = withoutLimits(whole.deepCopy());
        this.compiled = compiled;
    }

    /**
     * Compiles a schema.
     *
     * @param schema of an object, all of whose fields are required and which allows no others, here and in every object
     *     inside
     * @return the form
     * @throws IllegalArgumentException naming the place, where the schema isn't like that
     */
    public static ReplySchema of(JsonNode schema) {
        checkStrict(schema, "");
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = whole.putObject("properties");
        properties.putObject(NONCE).put("type", "string").put("description", "The code of the request.");
        properties.setAll((ObjectNode) schema.get("properties"));
        ArrayNode required = whole.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        whole.put("additionalProperties", false);
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .build();
        JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole, config);
        compiled.initializeValidators();
        return new ReplySchema(whole, compiled);
    }

    /**
     * The form as a provider is asked for it, without limits.
     *
     * @return the schema; not to be changed
     */
    public JsonNode forProvider() {
        return provided;
    }

    /**
     * Holds a reply against the form.
     *
     * @param reply the reply
     * @throws ReplyFault OUT_OF_RANGE where nothing is wrong but a number outside of its scale, else SCHEMA_VIOLATION
     */
    public void check(JsonNode reply) throws ReplyFault {
        Set<ValidationMessage> found = compiled.validate(reply);
        if (found.isEmpty()) {
            return;
        }
        List<ValidationMessage> faults = found.stream()
                .sorted(Comparator.comparing((ValidationMessage fault) ->
                                fault.getInstanceLocation().toString())
                        .thenComparing(ValidationMessage::getType))
                .toList();
        boolean ranges = faults.stream().allMatch(fault -> RANGES.contains(fault.getType()));
        String shown = faults.stream().limit(SHOWN).map(ReplySchema::describe).collect(Collectors.joining("; "));
        throw new ReplyFault(
                ranges ? FaultKind.OUT_OF_RANGE : FaultKind.SCHEMA_VIOLATION,
                faults.size() > SHOWN ? shown + "; and " + (faults.size() - SHOWN) + " more" : shown);
    }

    @Override
    public String toString() {
        return whole.toString();
    }

    private static String describe(ValidationMessage fault) {
        String pointer = fault.getInstanceLocation().toString();
        return (pointer.isEmpty() ? "the reply" : Printable.line(pointer, WIDTH)) + ": "
                + Printable.line(fault.getError(), WIDTH);
    }

    private static JsonNode withoutLimits(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean isSchema = object.path("type").isTextual();
            if (isSchema) {
                object.remove(LIMITS);
            }
        }
        node.forEach(ReplySchema::withoutLimits);
        return node;
    }

    private static void checkStrict(JsonNode schema, String place) {
        if (schema.path("type").asText().equals("object")) {
            JsonNode properties = schema.path("properties");
            long required = schema.path("required").size();
            if (!properties.isObject() || properties.isEmpty() || required != properties.size()) {
                throw new IllegalArgumentException(
                        "the schema at '%s' must list all of its properties as required".formatted(place));
            }
            if (!schema.path("additionalProperties").isBoolean()
                    || schema.get("additionalProperties").booleanValue()) {
                throw new IllegalArgumentException(
                        "the schema at '%s' must say \"additionalProperties\": false".formatted(place));
            }
            properties
                    .properties()
                    .forEach(property -> checkStrict(property.getValue(), place + "/" + property.getKey()));
        } else if (place.isEmpty()) {
            throw new IllegalArgumentException("the schema of a reply must be one of an object");
        } else if (schema.path("type").asText().equals("array")) {
            checkStrict(schema.path("items"), place + "/items");
        }
    }
}
