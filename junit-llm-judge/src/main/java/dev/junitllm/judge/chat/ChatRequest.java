package dev.junitllm.judge.chat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked. Immutable:
 *
 * <pre>{@code
 * ChatRequest.of(ChatMessage.system("Judge the answer."), ChatMessage.user(data))
 *         .withOutput(new OutputSchema("verdict", schema))
 *         .withSampling(Sampling.DEFAULT.withTemperature(0).withMaxOutputTokens(1_024))
 * }</pre>
 *
 * @param messages what is said, at least one message
 * @param output the form of the reply, or {@code null} for free text
 * @param sampling how the model is to draw its answer
 * @param label what the request is for; not sent
 */
public record ChatRequest(
        List<ChatMessage> messages, @Nullable OutputSchema output, Sampling sampling, CallLabel label) {

    /**
     * Checks what it is made of.
     *
     * @param messages what is said, at least one message
     * @param output the form of the reply, or {@code null} for free text
     * @param sampling how the model is to draw its answer
     * @param label what the request is for; not sent
     * @throws IllegalArgumentException where there is no message
     */
    public ChatRequest {
        messages = List.copyOf(messages);
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(label, "label");
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages: a request needs at least one");
        }
    }

    /**
     * Asks for free text.
     *
     * @param messages what is said, at least one message
     * @return the request
     */
    public static ChatRequest of(ChatMessage... messages) {
        return new ChatRequest(List.of(messages), null, Sampling.DEFAULT, CallLabel.NONE);
    }

    /**
     * Asks for a form of the reply.
     *
     * @param schema the form
     * @return the changed copy
     */
    public ChatRequest withOutput(OutputSchema schema) {
        return new ChatRequest(messages, schema, sampling, label);
    }

    /**
     * Draws otherwise.
     *
     * @param otherSampling how
     * @return the changed copy
     */
    public ChatRequest withSampling(Sampling otherSampling) {
        return new ChatRequest(messages, output, otherSampling, label);
    }

    /**
     * For something else.
     *
     * @param otherLabel what for
     * @return the changed copy
     */
    public ChatRequest withLabel(CallLabel otherLabel) {
        return new ChatRequest(messages, output, sampling, otherLabel);
    }

    /**
     * Goes on with further messages.
     *
     * @param more what is said after what was said
     * @return the changed copy
     */
    public ChatRequest followedBy(ChatMessage... more) {
        List<ChatMessage> all =
                Stream.concat(messages.stream(), Stream.of(more)).toList();
        return new ChatRequest(all, output, sampling, label);
    }
}
