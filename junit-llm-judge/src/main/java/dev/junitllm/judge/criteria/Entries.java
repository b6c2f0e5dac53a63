package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.judge.reply.FaultKind;
import dev.junitllm.judge.reply.ReplyFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The entries of a list in a reply. */
record Entries(String list, List<JsonNode> all) {

    private static final int SHOWN = 160;
    private static final int SHOWN_IDS = 5;

    static Entries of(JsonNode reply, String list) {
        List<JsonNode> entries = new ArrayList<>();
        reply.path(list).forEach(entries::add);
        return new Entries(list, List.copyOf(entries));
    }

    int size() {
        return all.size();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    long count(Predicate<JsonNode> which) {
        return all.stream().filter(which).count();
    }

    /** Ids in their order; a schema can't say that none stands there twice. */
    Set<String> ids(String field) throws ReplyFault {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode entry : all) {
            String id = entry.path(field).asText();
            if (id.isBlank() || !ids.add(id)) {
                throw violation("'%s' holds %s '%s' %s"
                        .formatted(list, field, show(id), id.isBlank() ? "that is blank" : "twice"));
            }
        }
        return ids;
    }

    /** Every one of these ids exactly once, and no others. */
    void speakOf(String field, Collection<String> expected) throws ReplyFault {
        Set<String> ids = ids(field);
        List<String> missing = expected.stream().filter(id -> !ids.contains(id)).toList();
        List<String> unknown = ids.stream().filter(id -> !expected.contains(id)).toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw violation("'%s' must have one entry for each of %s; %s"
                    .formatted(
                            list,
                            shown(expected),
                            missing.isEmpty()
                                    ? shown(unknown) + " was not asked about"
                                    : "it lacks " + shown(missing)));
        }
    }

    /** The texts of entries by their ids. */
    Map<String, String> texts(String idField, String textField) {
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach(entry ->
                texts.put(entry.path(idField).asText(), entry.path(textField).asText()));
        return texts;
    }

    /** Such as {@code c2 'It takes a week.' (not in the context)}. */
    static String named(String id, String text, String more) {
        String shown = text.isBlank() ? show(id) : show(id) + " '" + Printable.line(text, SHOWN) + "'";
        return more.isBlank() ? shown : shown + " (" + Printable.line(more, SHOWN) + ")";
    }

    static ReplyFault violation(String message) {
        return new ReplyFault(FaultKind.SCHEMA_VIOLATION, message);
    }

    static ReplyFault notFound(String quote, String where) {
        return new ReplyFault(
                FaultKind.EVIDENCE_NOT_FOUND,
                "the quote '%s' does not stand in %s".formatted(Printable.line(quote, SHOWN), where));
    }

    private static String shown(Collection<String> ids) {
        String first = ids.stream().limit(SHOWN_IDS).map(Entries::show).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "nothing" : ids.size() > SHOWN_IDS ? first + ", …" : first;
    }

    private static String show(String id) {
        return Printable.line(id, 40);
    }
}
