package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.http.HttpFailure;
import dev.junitllm.judge.http.HttpOptions;
import dev.junitllm.judge.http.JsonEndpoint;
import dev.junitllm.judge.http.KeyHeader;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * A chat model behind an address. Made by {@link OpenAiChat}, {@link AnthropicChat} and {@link GeminiChat}. Safe for use by
 * several threads.
 *
 * <p>What the server says it doesn't take, such as a temperature, is left out or renamed and sent once more; it is remembered
 * as long as this object lives, and every reply it concerns says so in its notes.
 */
public final class HttpChatModel implements ChatModel, AutoCloseable {

    private final ChatProtocol protocol;
    private final JsonEndpoint endpoint;
    private final ChatModelDescription description;
    private volatile Set<Adjustment> adjustments = Set.of();

    HttpChatModel(
            ChatProtocol protocol,
            HttpUrl url,
            HttpOptions options,
            KeyHeader header,
            ChatModelDescription description) {
        this.protocol = protocol;
        this.endpoint = new JsonEndpoint(url, options, header);
        this.description = description;
    }

    @Override
    public ChatModelDescription describe() {
        return description;
    }

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        while (true) {
            Set<Adjustment> known = adjustments;
            ObjectNode body = protocol.body(request, known);
            try {
                return read(endpoint.post(body, request.label().since()), request)
                        .withNotes(notes(request, known));
            } catch (HttpFailure failure) {
                Optional<ChatReply> refusal = protocol.read(failure);
                if (refusal.isPresent()) {
                    return refusal.get().withNotes(notes(request, known));
                }
                remember(adjustment(failure, body, known).orElseThrow(() -> failure));
            }
        }
    }

    /** Lets go of connections, unless the client is the user's. */
    @Override
    public void close() {
        endpoint.close();
    }

    @Override
    public String toString() {
        return "chat model " + description;
    }

    private ChatReply read(JsonNode json, ChatRequest request) throws HttpFailure {
        try {
            return protocol.read(json, request);
        } catch (ChatProtocol.Unreadable e) {
            throw endpoint.badReply(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Adjustment> adjustment(HttpFailure failure, ObjectNode body, Set<Adjustment> known) {
        return Refusals.parameter(failure, body, protocol.adjustable().keySet())
                .map(protocol.adjustable()::get)
                .map(first -> known.contains(first) ? next(first) : first)
                .filter(adjustment -> !known.contains(adjustment));
    }

    /** What is left to try where the first way out was refused too. */
    private static Adjustment next(Adjustment first) {
        return switch (first) {
            case OTHER_OUTPUT_LIMIT -> Adjustment.NO_OUTPUT_LIMIT;
            case OTHER_OUTPUT_FORM -> Adjustment.NO_OUTPUT_FORM;
            default -> first;
        };
    }

    private synchronized void remember(Adjustment adjustment) {
        EnumSet<Adjustment> more = EnumSet.of(adjustment);
        more.addAll(adjustments);
        adjustments = Collections.unmodifiableSet(more);
    }

    private List<String> notes(ChatRequest request, Set<Adjustment> known) {
        List<String> notes = new ArrayList<>(protocol.notes(request));
        for (Adjustment adjustment : known) {
            boolean isOvertaken = adjustment != next(adjustment) && known.contains(next(adjustment));
            if (adjustment.concerns(request) && !isOvertaken) {
                notes.add(adjustment.note());
            }
        }
        return notes;
    }
}
