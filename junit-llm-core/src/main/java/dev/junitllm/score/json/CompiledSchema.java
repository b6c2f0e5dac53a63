package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A JSON Schema, checked against its meta-schema and with every reference resolved. With {@link ReferredSchemas} and
 * {@link SchemaPattern} all that touches the validator, an optional dependency. Immutable, for use by several threads.
 */
final class CompiledSchema {

    private static final int SHOWN = 200;

    private final JsonSchema schema;
    private final ReferredSchemas referred;

    private CompiledSchema(JsonSchema schema, ReferredSchemas referred) {
        this.schema = schema;
        this.referred = referred;
    }

    /**
     * Compiles a schema.
     *
     * @param json the schema
     * @param base where it stands, which relative references begin from, such as {@code classpath:schemas/order.json}
     * @param assertFormats whether {@code format} is checked, rather than left as a remark
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static CompiledSchema of(JsonNode json, String base, boolean assertFormats) {
        VersionFlag dialect = dialect(json);
        if (!SchemaKeywords.askForSomething(json)) {
            throw new IllegalArgumentException("it asks for nothing: no keyword at its root checks a value");
        }
        ReferredSchemas referred = new ReferredSchemas();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                dialect, builder -> builder.schemaLoaders(loaders -> loaders.add(referred)));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(assertFormats)
                .regularExpressionFactory(SchemaPattern::new)
                .build();
        try {
            JsonNode plain = NumbersByValue.in(json);
            Set<ValidationMessage> faults = factory.getSchema(SchemaLocation.of(dialect.getId()), config)
                    .validate(plain);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("it is no JSON Schema: " + describe(first(faults)));
            }
            JsonSchema schema = factory.getSchema(SchemaLocation.of(base), plain, config);
            schema.initializeValidators();
            return new CompiledSchema(schema, referred);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (JsonSchemaException e) {
            throw new IllegalArgumentException(Printable.line(innermost(e), SHOWN), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("it nests too deeply", e);
        }
    }

    /**
     * Checks a value.
     *
     * @return what is wrong with it, each with its JSON Pointer; empty where nothing is
     * @throws MalformedJsonException where the value asks for too much
     * @throws ScoringException where a pattern backtracks for too long, or schema and value nest too deeply
     */
    List<String> faults(JsonNode json) throws MalformedJsonException, ScoringException {
        JsonNode plain = NumbersByValue.in(json);
        try {
            return schema.validate(plain).stream().map(CompiledSchema::describe).toList();
        } catch (SchemaPattern.GivenUp e) {
            throw e.why();
        } catch (StackOverflowError e) {
            throw new ScoringException(
                    "TOO_LARGE", "the output nests too deeply for the schema, or the schema refers to itself", e);
        }
    }

    /** The texts of the schemas on the class path that this one refers to, by their places. */
    Map<String, String> referred() {
        return referred.texts();
    }

    private static VersionFlag dialect(JsonNode json) {
        if (!json.path("$schema").isTextual()) {
            return VersionFlag.V202012;
        }
        String named = json.get("$schema").textValue();
        return SpecVersionDetector.detectOptionalVersion(named)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its $schema names no dialect that is known here: %s; draft 2020-12 is %s"
                                .formatted(Printable.line(named, SHOWN), VersionFlag.V202012.getId())));
    }

    private static String describe(ValidationMessage fault) {
        String pointer = fault.getInstanceLocation().toString();
        return Printable.line(pointer.isEmpty() ? "the root" : pointer, SHOWN) + " "
                + Printable.line(fault.getError(), SHOWN);
    }

    private static String describe(Collection<ValidationMessage> faults) {
        return faults.stream().map(CompiledSchema::describe).collect(Collectors.joining("; "));
    }

    private static Collection<ValidationMessage> first(Set<ValidationMessage> faults) {
        return faults.stream().limit(3).toList();
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.toString() : message.startsWith(": ") ? message.substring(2) : message;
    }
}
