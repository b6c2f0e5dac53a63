package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Printable;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A cassette's text: written sorted, read strictly. */
final class CassetteText {

    static final int SCHEMA = 1;

    private static final Set<String> FIELDS = Set.of("case", "sample", "vote", "key", "request", "reply");

    private static final Comparator<Recording> ORDER = Comparator.comparing(
                    (Recording recording) -> recording.asked().caseId())
            .thenComparing(recording -> recording.asked().sample())
            .thenComparing(recording -> recording.asked().request().path("kind").asText())
            .thenComparing(recording -> recording.asked().vote())
            .thenComparing(recording -> recording.asked().key());

    private final String shown;
    private final String test;

    /**
     * A cassette of a test.
     *
     * @param shown the file, for messages
     * @param test the test it belongs to
     */
    CassetteText(String shown, String test) {
        this.shown = shown;
        this.test = test;
    }

    String write(Collection<Recording> recordings) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("schema", SCHEMA).put("test", test);
        ArrayNode all = file.putArray("recordings");
        recordings.stream().sorted(ORDER).map(Recording::toJson).forEach(all::add);
        return CassetteJson.inManyLines(file);
    }

    /** The recordings by key, in the file's order. */
    Map<String, Recording> read(String text) {
        try (JsonParser parser = CassetteJson.parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(1, "a cassette is a JSON object");
            }
            head(parser, "schema", Integer.toString(SCHEMA));
            head(parser, "test", test);
            name(parser, "recordings");
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw wrong(line(parser), "'recordings' must be an array");
            }
            Map<String, Recording> recordings = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = line(parser);
                Recording recording = recording(CassetteJson.tree(parser), line);
                if (recordings.put(recording.asked().key(), recording) != null) {
                    throw wrong(line, "the same request is recorded twice, perhaps by a merge: delete one of the two");
                }
            }
            if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw wrong(line(parser), "there is more behind the recordings");
            }
            return recordings;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw wrong(
                    place == null ? 1 : place.getLineNr(),
                    "malformed JSON, perhaps by a merge: " + Printable.line(e.getOriginalMessage(), 200));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private Recording recording(JsonNode json, int line) {
        if (!json.isObject()) {
            throw wrong(line, "a recording must be an object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw wrong(line, "a recording has no field '%s'".formatted(Printable.line(name, 80)));
            }
        });
        if (!json.path("case").isTextual() || !json.path("key").isTextual()) {
            throw wrong(line, "'case' and 'key' must be texts");
        }
        if (!(json.get("request") instanceof ObjectNode request) || !(json.get("reply") instanceof ObjectNode reply)) {
            throw wrong(line, "'request' and 'reply' must be objects");
        }
        Asked asked = Asked.of(
                json.path("case").textValue(), count(json, "sample", line), count(json, "vote", line), request);
        String key = json.path("key").textValue();
        if (!asked.key().equals(key)) {
            throw wrong(
                    line,
                    "the request has been changed since it was recorded: its key is '%s', not '%s'; delete the recording, or undo the change"
                            .formatted(asked.key(), Printable.line(key, 80)));
        }
        try {
            switch (request.path("kind").asText()) {
                case ChatExchange.KIND -> ChatReplyJson.read(reply, text -> text);
                case HttpQuestion.KIND -> HttpAnswer.check(reply);
                default -> throw new IllegalArgumentException("'kind' must be chat or http");
            }
        } catch (IllegalArgumentException e) {
            throw wrong(line, "%s".formatted(e.getMessage()));
        }
        return new Recording(asked, reply);
    }

    private int count(JsonNode json, String name, int line) {
        JsonNode value = json.path(name);
        if (!value.isInt() || value.intValue() < 1) {
            throw wrong(line, "'%s' must be a whole number from 1".formatted(name));
        }
        return value.intValue();
    }

    private void head(JsonParser parser, String name, String wanted) throws IOException {
        name(parser, name);
        parser.nextToken();
        String value = parser.getText();
        if (value.equals(wanted)) {
            return;
        }
        throw wrong(
                line(parser),
                name.equals("schema")
                        ? "schema %s: this version of junit-llm reads schema %s"
                                .formatted(Printable.line(value, 20), wanted)
                        : "the cassette belongs to %s, not to %s".formatted(Printable.line(value, 200), wanted));
    }

    private void name(JsonParser parser, String wanted) throws IOException {
        String name = parser.nextToken() == JsonToken.FIELD_NAME ? parser.currentName() : "";
        if (!name.equals(wanted)) {
            throw wrong(line(parser), "'%s' stands where '%s' belongs".formatted(Printable.line(name, 80), wanted));
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private CassetteException wrong(int line, String what) {
        return new CassetteException("%s, line %s: %s".formatted(shown, Integer.toString(line), what));
    }
}
