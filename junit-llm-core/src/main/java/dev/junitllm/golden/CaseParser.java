package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenCaseBuilder;
import dev.junitllm.Origin;
import dev.junitllm.ToolCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a case of a record, or says everything that is wrong with it. Immutable and thread-safe. */
final class CaseParser {

    /** Stands in until the content hash is known, of which the id of a nameless case is made. */
    private static final String UNNAMED = "unnamed";

    private static final int DERIVED_ID_DIGITS = 12;

    private final FieldMapping mapping;
    private final boolean mapped;
    private final Map<Field, JsonPointer> pointers;
    private final Set<String> claimed;
    private final @Nullable CellReader cells;

    /** With {@code cells}, every value of a record is text, and lists and objects are read out of it. */
    CaseParser(FieldMapping mapping, @Nullable CellReader cells) {
        this.mapping = mapping;
        this.mapped = mapping.isPresent();
        this.cells = cells;
        this.pointers = Arrays.stream(Field.values())
                .collect(Collectors.toMap(
                        field -> field, mapping::pointer, (one, other) -> one, () -> new EnumMap<>(Field.class)));
        this.claimed = pointers.values().stream()
                .filter(pointer -> pointer.tail().matches())
                .map(JsonPointer::getMatchingProperty)
                .collect(Collectors.toCollection(HashSet::new));
    }

    ParsedCase parse(JsonNode record, String location) {
        if (!(record instanceof ObjectNode object)) {
            return new ParsedCase(null, null, List.of(CaseFaults.notAnObject(record)));
        }
        List<Fault> faults = new ArrayList<>();
        PartReader parts = new PartReader(faults, mapped);
        String id = parts.id(value(object, Field.ID, faults));
        JsonNode input = input(object, faults);
        GoldenCaseBuilder golden = builder(id == null ? UNNAMED : id, input, object, parts, faults);
        if (!faults.isEmpty()) {
            return new ParsedCase(null, id, faults);
        }
        GoldenCase made = golden.location(location).build();
        if (id == null) {
            String derived = made.contentHash().substring(0, DERIVED_ID_DIGITS);
            made = builder(derived, input, object, parts, faults)
                    .location(location)
                    .build();
        }
        return new ParsedCase(made, id, List.of());
    }

    private GoldenCaseBuilder builder(
            String id, JsonNode input, ObjectNode record, PartReader parts, List<Fault> faults) {
        GoldenCaseBuilder golden = GoldenCase.builder(id, input);
        JsonNode expected = value(record, Field.EXPECTED, faults);
        if (expected != null) {
            golden.expected(expected);
        }
        Origin origin = parts.origin(value(record, Field.ORIGIN, faults));
        if (origin != null) {
            golden.origin(origin);
        }
        List<ToolCall> toolCalls = parts.toolCalls(value(record, Field.TOOL_CALLS, faults));
        if (toolCalls != null) {
            golden.toolCalls(toolCalls);
        }
        ObjectNode metadata = parts.object(Field.METADATA, value(record, Field.METADATA, faults));
        return golden.references(parts.texts(Field.REFERENCES, value(record, Field.REFERENCES, faults)))
                .context(parts.documents(value(record, Field.CONTEXT, faults)))
                .messages(parts.messages(value(record, Field.MESSAGES, faults)))
                .tags(parts.texts(Field.TAGS, value(record, Field.TAGS, faults)))
                .metadata(withUnclaimed(metadata, record, faults));
    }

    private JsonNode input(ObjectNode record, List<Fault> faults) {
        JsonNode input = find(record, Field.INPUT);
        if (input.isMissingNode()) {
            faults.add(mapping.maps(Field.INPUT) ? CaseFaults.nothingAt(mapping.input()) : CaseFaults.missingInput());
        } else if (input.isNull()) {
            faults.add(CaseFaults.nullInput(Field.INPUT.fieldName()));
        }
        return input;
    }

    private JsonNode find(ObjectNode record, Field field) {
        return mapped ? record.at(pointers.get(field)) : record.path(field.fieldName());
    }

    private @Nullable JsonNode value(ObjectNode record, Field field, List<Fault> faults) {
        JsonNode value = find(record, field);
        if (value.isNull() && !mapped) {
            faults.add(CaseFaults.nullField(field.fieldName()));
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return cells == null ? value : cells.read(field, value, faults);
    }

    private ObjectNode withUnclaimed(ObjectNode metadata, ObjectNode record, List<Fault> faults) {
        ObjectNode all = metadata.deepCopy();
        Iterator<String> names = record.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (claimed.contains(name)) {
                continue;
            }
            if (!mapped) {
                faults.add(CaseFaults.unknownField(name, Field.NAMES));
            } else if (metadata.has(name)) {
                faults.add(CaseFaults.metadataTwice(name));
            } else {
                all.set(name, record.get(name));
            }
        }
        return all;
    }
}
