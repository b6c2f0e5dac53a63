package dev.junitllm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link GoldenCase}. Not safe for use by several threads. */
public final class GoldenCaseBuilder {

    final String id;
    final JsonNode input;

    @Nullable
    JsonNode expected;

    List<String> references = List.of();
    List<Document> context = List.of();
    List<Message> messages = List.of();

    @Nullable
    List<ToolCall> toolCalls;

    List<String> tags = List.of();
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    Origin origin = Origin.MANUAL;

    @Nullable
    String location;

    GoldenCaseBuilder(String id, JsonNode input) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a golden case needs an id that isn't blank");
        }
        this.id = id;
        this.input = input;
    }

    /**
     * Sets what is expected.
     *
     * @param answer the expected answer
     * @return this builder
     */
    public GoldenCaseBuilder expected(String answer) {
        return expected(TextNode.valueOf(answer));
    }

    /**
     * Sets what is expected.
     *
     * @param answer the expected answer, any JSON
     * @return this builder
     */
    public GoldenCaseBuilder expected(JsonNode answer) {
        this.expected = answer;
        return this;
    }

    /**
     * Sets further acceptable answers.
     *
     * @param answers the answers
     * @return this builder
     */
    public GoldenCaseBuilder references(List<String> answers) {
        this.references = answers;
        return this;
    }

    /**
     * Sets the documents an answer should rest on.
     *
     * @param documents the documents
     * @return this builder
     */
    public GoldenCaseBuilder context(List<Document> documents) {
        this.context = documents;
        return this;
    }

    /**
     * Sets the conversation so far.
     *
     * @param conversation the messages in order
     * @return this builder
     */
    public GoldenCaseBuilder messages(List<Message> conversation) {
        this.messages = conversation;
        return this;
    }

    /**
     * Sets the tool calls that are expected.
     *
     * @param calls the calls in order
     * @return this builder
     */
    public GoldenCaseBuilder toolCalls(List<ToolCall> calls) {
        this.toolCalls = calls;
        return this;
    }

    /**
     * Sets the tags.
     *
     * @param words the tags
     * @return this builder
     */
    public GoldenCaseBuilder tags(List<String> words) {
        this.tags = words;
        return this;
    }

    /**
     * Sets everything else there is to say of the case.
     *
     * @param facts a JSON object
     * @return this builder
     */
    public GoldenCaseBuilder metadata(ObjectNode facts) {
        this.metadata = facts;
        return this;
    }

    /**
     * Sets where the case came from.
     *
     * @param source the origin
     * @return this builder
     */
    public GoldenCaseBuilder origin(Origin source) {
        this.origin = source;
        return this;
    }

    /**
     * Sets where the case stands.
     *
     * @param place such as {@code golden/handbook.jsonl:12}
     * @return this builder
     */
    public GoldenCaseBuilder location(String place) {
        this.location = place;
        return this;
    }

    /**
     * Makes the case.
     *
     * @return the case
     */
    public GoldenCase build() {
        return new GoldenCase(this);
    }
}
