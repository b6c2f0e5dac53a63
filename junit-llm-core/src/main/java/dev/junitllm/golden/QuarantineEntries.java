package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import dev.junitllm.golden.QuarantineList.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a quarantine file, and has the words for what is wrong with them. */
final class QuarantineEntries {

    private static final Set<String> FIELDS = Set.of("id", "until", "why");
    private static final String EXAMPLE = "{\"id\": \"refund-3\", \"until\": \"2027-01-31\", \"why\": \"…\"}";

    private QuarantineEntries() {}

    static Entry read(JsonNode record, String file, int line, LocalDate today) throws FaultException {
        if (!record.isObject()) {
            throw fault("it is no JSON object", "write " + EXAMPLE);
        }
        for (String name : (Iterable<String>) record::fieldNames) {
            if (!FIELDS.contains(name)) {
                throw fault("it has a field " + Quoted.word(name), "write " + EXAMPLE);
            }
        }
        Entry entry = new Entry(text(record, "id"), until(record), text(record, "why"), file, line);
        if (entry.until().isBefore(today)) {
            throw fault(
                    "its quarantine ended on %s (%s)".formatted(entry.until(), Printable.line(entry.why(), 80)),
                    "remove the line, so that the case counts again, or give it another day if it is still known to be flaky");
        }
        return entry;
    }

    static Fault twice(int line) {
        return new Fault("line %s names it too".formatted(line), "remove one of the two");
    }

    static Fault unknown(List<String> ids, String id) {
        return new Fault(
                "no case has this id",
                NearestName.of(id, ids)
                        .map(near -> "did you mean " + Quoted.word(near) + "?")
                        .orElse("remove the line"));
    }

    /** The id for messages, as far as there is one. */
    static @Nullable String idOf(JsonNode record) {
        return record.path("id").isTextual() ? record.path("id").textValue() : null;
    }

    private static LocalDate until(JsonNode record) throws FaultException {
        String written = text(record, "until");
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw fault("'until' is %s".formatted(Quoted.word(written)), "write a day, such as 2027-01-31");
        }
    }

    private static String text(JsonNode record, String name) throws FaultException {
        JsonNode value = record.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault("it has no '%s'".formatted(name), "write " + EXAMPLE);
        }
        return value.textValue();
    }

    private static FaultException fault(String found, String advice) {
        return new FaultException(new Fault(found, advice));
    }
}
