package dev.junitllm.score.json;

import com.fasterxml.jackson.core.JsonPointer;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * 1 where the output is JSON that conforms to a JSON Schema, else 0. A schema is taken for one of draft 2020-12 unless its
 * {@code $schema} names an older one. It may refer to itself, to what it defines, to the meta-schemas, and to schemas on the
 * class path; nothing is ever fetched. {@code format} is a remark, as the standard has it, unless
 * {@linkplain #assertingFormats() asked for}. Numbers count by value: 1.0 is an integer.
 *
 * <p>An output that is no JSON ({@link ValidJson}) scores 0. Needs {@code com.networknt:json-schema-validator} 1.5.x on the
 * class path. Immutable and safe for use by several threads.
 */
public final class SchemaConformance implements Scorer {

    private static final Pattern IN_CASE = Pattern.compile("/(?:metadata|expected)(?:/.*+)?+", Pattern.DOTALL);

    private static final int SHOWN = 5;
    private static final int KEPT = 20;

    private final SchemaSource source;
    private final boolean formats;
    private final boolean mayBeFenced;

    private SchemaConformance(SchemaSource source, boolean formats, boolean mayBeFenced) {
        this.source = source;
        this.formats = formats;
        this.mayBeFenced = mayBeFenced;
    }

    /**
     * Holds outputs against a schema.
     *
     * @param schema the schema itself, as JSON
     * @return the scorer, named {@code json-schema}
     * @throws IllegalArgumentException saying what is wrong with the schema
     * @throws IllegalStateException naming the dependency, where the validator is missing
     */
    public static SchemaConformance to(String schema) {
        return to(new SchemaFile(schema, SchemaFile.NOWHERE));
    }

    /**
     * Holds outputs against a schema that stands in a file.
     *
     * @param location such as {@code schemas/order.json}: on the class path, else a file under the working folder
     * @return the scorer, named {@code json-schema}
     * @throws IllegalArgumentException saying what is wrong with the schema, or where it was looked for
     * @throws IllegalStateException naming the dependency, where the validator is missing
     */
    public static SchemaConformance toFile(String location) {
        return to(SchemaFile.read(location));
    }

    /**
     * Holds each output against a schema that its case brings along. A case without one is an ERROR of kind
     * {@code NO_SCHEMA}, one with a wrong one an ERROR of kind {@code SCHEMA_INVALID}.
     *
     * @param pointer where it stands in the case, as a JSON Pointer (RFC 6901) that begins with {@code /metadata} or
     *     {@code /expected}, such as {@code /metadata/schema}
     * @return the scorer, named {@code json-schema}
     * @throws IllegalArgumentException where the pointer is none of these
     * @throws IllegalStateException naming the dependency, where the validator is missing
     */
    public static SchemaConformance toSchemaIn(String pointer) {
        if (!IN_CASE.matcher(pointer).matches()) {
            throw new IllegalArgumentException("'%s' must begin with /metadata or /expected, as in /metadata/schema"
                    .formatted(Printable.line(pointer, 80)));
        }
        SchemaLibrary.requireIn(SchemaConformance.class.getClassLoader());
        return new SchemaConformance(new SchemaSource.OfEachCase(JsonPointer.compile(pointer), false), false, false);
    }

    private static SchemaConformance to(SchemaFile file) {
        SchemaLibrary.requireIn(SchemaConformance.class.getClassLoader());
        return new SchemaConformance(SchemaSource.OfAllCases.in(file, false), false, false);
    }

    /**
     * The same, where values must have the {@code format} that the schema names, such as {@code date}.
     *
     * @return the scorer
     */
    public SchemaConformance assertingFormats() {
        return new SchemaConformance(source.assertingFormats(), true, mayBeFenced);
    }

    /**
     * The same for output that may stand in a Markdown code fence, as {@link ValidJson.Fenced} defines it.
     *
     * @return the scorer
     */
    public SchemaConformance orFenced() {
        return new SchemaConformance(source, formats, true);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        CompiledSchema schema = source.schemaOf(golden);
        String output = mayBeFenced ? FencedBlock.contentOf(actual.output()) : actual.output();
        try {
            return score(schema.faults(StrictJson.read(output)));
        } catch (MalformedJsonException e) {
            return ValidJson.unreadable(e);
        } catch (ScoringException e) {
            throw new ScoringException(e.kind(), golden.describe() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ScorerDescription describe() {
        Map<String, String> parameters = new TreeMap<>(source.parameters());
        if (formats) {
            parameters.put("formats", "asserted");
        }
        if (mayBeFenced) {
            parameters.put("fenced", "allowed");
        }
        return ScorerDescription.of("json-schema", parameters);
    }

    private static Score score(List<String> faults) {
        if (faults.isEmpty()) {
            return Score.of(1, "the output conforms to the schema");
        }
        String shown = String.join("; ", first(faults, SHOWN));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("faults", faults.size());
        details.put("first", first(faults, KEPT));
        return Score.of(0, faults.size() > SHOWN ? shown + "; and " + (faults.size() - SHOWN) + " more" : shown)
                .withDetails(details);
    }

    private static List<String> first(List<String> faults, int most) {
        return faults.subList(0, Math.min(most, faults.size()));
    }
}
