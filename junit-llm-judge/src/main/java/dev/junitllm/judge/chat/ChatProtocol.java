package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.http.HttpFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How one provider wants to be asked, and how it answers: JSON to JSON, nothing of HTTP. Immutable. */
interface ChatProtocol {

    /** What is sent. */
    ObjectNode body(ChatRequest request, Set<Adjustment> adjustments);

    /**
     * What came back.
     *
     * @throws Unreadable where it is not what the provider promises
     */
    ChatReply read(JsonNode json, ChatRequest request);

    /** The names of what a server may refuse, and what is then done first. */
    Map<String, Adjustment> adjustable();

    /** What the provider has no word for, so that it isn't sent at all. */
    default List<String> notes(ChatRequest request) {
        return List.of();
    }

    /** A refusal that came as an error. */
    default Optional<ChatReply> read(HttpFailure failure) {
        return Optional.empty();
    }

    /** A reply that is JSON, but not what the provider promises. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }
}
