package dev.junitllm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case of a golden set: what goes in, and what a good answer is. Immutable and safe to share between threads. */
public final class GoldenCase {

    /**
     * Turns a case's JSON into the user's own types; modules on the class path (records, java.time) are found. Finding
     * them takes a while, and many tests never ask.
     */
    private static final class Binding {
        static final ObjectMapper MAPPER =
                JsonMapper.builder().findAndAddModules().build();
    }

    private final String id;
    private final JsonNode input;
    private final @Nullable JsonNode expected;
    private final List<String> references;
    private final List<Document> context;
    private final List<Message> messages;
    private final @Nullable List<ToolCall> toolCalls;
    private final List<String> tags;
    private final ObjectNode metadata;
    private final Origin origin;
    private final @Nullable String location;
    private final String contentHash;

    GoldenCase(GoldenCaseBuilder builder) {
        this.id = builder.id;
        this.input = builder.input.deepCopy();
        this.expected = builder.expected == null ? null : builder.expected.deepCopy();
        this.references = List.copyOf(builder.references);
        this.context = List.copyOf(builder.context);
        this.messages = List.copyOf(builder.messages);
        this.toolCalls = builder.toolCalls == null ? null : List.copyOf(builder.toolCalls);
        this.tags = List.copyOf(builder.tags);
        this.metadata = builder.metadata.deepCopy();
        this.origin = builder.origin;
        this.location = builder.location;
        this.contentHash = ContentHash.of(this);
    }

    /**
     * Starts a case.
     *
     * @param id what the case is called; unique in its set and never blank
     * @param input what goes into the application
     * @return a builder
     */
    public static GoldenCaseBuilder builder(String id, JsonNode input) {
        return new GoldenCaseBuilder(id, input);
    }

    /**
     * Starts a case whose input is text.
     *
     * @param id what the case is called; unique in its set and never blank
     * @param input what goes into the application
     * @return a builder
     */
    public static GoldenCaseBuilder builder(String id, String input) {
        return new GoldenCaseBuilder(id, TextNode.valueOf(input));
    }

    /**
     * What the case is called.
     *
     * @return the id, unique in its set and never blank
     */
    public String id() {
        return id;
    }

    /**
     * The input as text: the text itself, or compact JSON where the golden file holds anything else.
     *
     * @return the input, never {@code null}
     */
    public String input() {
        return asText(input);
    }

    /**
     * The input bound to a type of the user's, by Jackson.
     *
     * @param <T> the type
     * @param type the type
     * @return the input as that type
     * @throws IllegalArgumentException naming the case and its place, where the input doesn't fit the type
     */
    public <T> T input(Class<T> type) {
        return type.cast(bind("input", input, type));
    }

    /**
     * The input bound to a type of the user's that may be generic, by Jackson.
     *
     * @param type the type, such as that of a parameter {@code List<Order>}
     * @return the input as that type
     * @throws IllegalArgumentException naming the case and its place, where the input doesn't fit the type
     */
    public Object input(Type type) {
        return bind("input", input, type);
    }

    /**
     * The input as it stands in the golden file.
     *
     * @return a copy, safe to change
     */
    public JsonNode inputJson() {
        return input.deepCopy();
    }

    /**
     * Whether the case says what is expected.
     *
     * @return true where it does
     */
    public boolean hasExpected() {
        return expected != null;
    }

    /**
     * What is expected as text: the text itself, or compact JSON where the golden file holds anything else.
     *
     * @return the expected answer
     * @throws MissingPartException where the case has none
     */
    public String expected() {
        return asText(presentExpected());
    }

    /**
     * What is expected, bound to a type of the user's by Jackson.
     *
     * @param <T> the type
     * @param type the type
     * @return the expected answer as that type
     * @throws MissingPartException where the case has none
     * @throws IllegalArgumentException naming the case and its place, where it doesn't fit the type
     */
    public <T> T expected(Class<T> type) {
        return type.cast(bind("expected", presentExpected(), type));
    }

    /**
     * What is expected, bound to a type of the user's that may be generic, by Jackson.
     *
     * @param type the type, such as that of a parameter {@code List<Order>}
     * @return the expected answer as that type
     * @throws MissingPartException where the case has none
     * @throws IllegalArgumentException naming the case and its place, where it doesn't fit the type
     */
    public Object expected(Type type) {
        return bind("expected", presentExpected(), type);
    }

    /**
     * What is expected, as it stands in the golden file.
     *
     * @return a copy, safe to change
     * @throws MissingPartException where the case has none
     */
    public JsonNode expectedJson() {
        return presentExpected().deepCopy();
    }

    /**
     * Further acceptable answers, as the golden file lists them.
     *
     * @return the answers without {@link #expected()}; may be empty
     */
    public List<String> references() {
        return references;
    }

    /**
     * Every acceptable answer: the expected one first, then the references.
     *
     * @return at least one answer
     * @throws MissingPartException where the case has neither
     */
    public List<String> acceptableAnswers() {
        if (!GoldenPart.ANSWER.isIn(this)) {
            throw new MissingPartException(GoldenPart.ANSWER, this);
        }
        if (expected == null) {
            return references;
        }
        List<String> answers = new ArrayList<>(references.size() + 1);
        answers.add(asText(expected));
        answers.addAll(references);
        return List.copyOf(answers);
    }

    /**
     * The documents an answer should rest on.
     *
     * @return the documents; may be empty
     */
    public List<Document> context() {
        return context;
    }

    /**
     * The conversation so far.
     *
     * @return the messages in order; may be empty
     */
    public List<Message> messages() {
        return messages;
    }

    /**
     * Whether the case says which tool calls are expected; that none is expected is such a statement too.
     *
     * @return true where it does
     */
    public boolean hasToolCalls() {
        return toolCalls != null;
    }

    /**
     * The tool calls that are expected.
     *
     * @return the calls in order; empty where none is expected, or {@linkplain #hasToolCalls() nothing is said of them}
     */
    public List<ToolCall> toolCalls() {
        return toolCalls == null ? List.of() : toolCalls;
    }

    /**
     * The case's tags.
     *
     * @return the tags in the order of the file; may be empty
     */
    public List<String> tags() {
        return tags;
    }

    /**
     * Everything else the golden file says of the case.
     *
     * @return a copy, safe to change; an empty object where there is nothing
     */
    public ObjectNode metadata() {
        return metadata.deepCopy();
    }

    /**
     * One text out of the metadata.
     *
     * @param pointer where it stands, as a JSON Pointer (RFC 6901) such as {@code /language}
     * @return the text (compact JSON where it is anything else), or empty where nothing stands there
     */
    public Optional<String> metadata(String pointer) {
        JsonNode found = metadata.at(pointer);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(asText(found));
    }

    /**
     * Where the case came from.
     *
     * @return the origin; {@link Origin#MANUAL} where the golden file doesn't say
     */
    public Origin origin() {
        return origin;
    }

    /**
     * Where the case stands.
     *
     * @return such as {@code golden/handbook.jsonl:12}, or empty for a case made by code
     */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /**
     * A hash of all that can decide the case's scores: input, expected, references, context, messages, tool calls and
     * metadata; not its id, tags, origin or place. The order of keys in JSON objects doesn't matter.
     *
     * @return 32 lower-case hexadecimal digits, the first half of a SHA-256
     */
    public String contentHash() {
        return contentHash;
    }

    /**
     * Names the case for messages.
     *
     * @return such as {@code case 'refund-3' (golden/handbook.jsonl:12)}
     */
    public String describe() {
        return "case '" + Printable.line(id) + "'" + (location == null ? "" : " (" + Printable.line(location) + ")");
    }

    /** By where it stands, where that is known: other extensions report the parameters of tests, and an id may be an address. */
    @Override
    public String toString() {
        return location().map(place -> "case " + Printable.line(place)).orElseGet(this::describe);
    }

    private JsonNode presentExpected() {
        if (expected == null) {
            throw new MissingPartException(GoldenPart.ANSWER, this);
        }
        return expected;
    }

    private static String asText(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private Object bind(String field, JsonNode node, Type type) {
        if (type == String.class) {
            return asText(node);
        }
        try {
            JavaType target = Binding.MAPPER.constructType(type);
            return Binding.MAPPER.treeToValue(node.deepCopy(), target); // a JsonNode would be handed out as it is
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s: its '%s' can't be read as %s: %s"
                            .formatted(describe(), field, type.getTypeName(), Printable.line(e.getOriginalMessage())),
                    e);
        }
    }
}
