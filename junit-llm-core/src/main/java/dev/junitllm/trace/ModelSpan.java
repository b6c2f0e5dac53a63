package dev.junitllm.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Message;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import io.opentelemetry.api.common.AttributeKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a language model, recorded by hand. What isn't known is not said. */
public final class ModelSpan extends LlmSpan {

    private final ArrayNode prompt = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode reply = JsonNodeFactory.instance.objectNode();
    private final ArrayNode replyParts;

    ModelSpan(String model) {
        super(SpanKind.LLM, TraceNames.OPERATION_CHAT, model);
        put(TraceNames.REQUEST_MODEL, model);
        replyParts = reply.put("role", "assistant").putArray("parts");
    }

    /**
     * Says who serves the model.
     *
     * @param name such as {@code openai}, {@code anthropic} or {@code gcp.gemini}
     */
    public void provider(String name) {
        put(TraceNames.PROVIDER_NAME, name);
    }

    /**
     * Says how random the reply may be.
     *
     * @param value as the model's provider defines it
     */
    public void temperature(double value) {
        attribute(TraceNames.REQUEST_TEMPERATURE, value);
    }

    /**
     * Says which seed the reply is drawn with.
     *
     * @param value the seed
     */
    public void seed(long value) {
        attribute(TraceNames.REQUEST_SEED, value);
    }

    /**
     * Says how long the reply may be.
     *
     * @param number of tokens
     */
    public void maxTokens(long number) {
        attribute(TraceNames.REQUEST_MAX_TOKENS, number);
    }

    /**
     * Adds a message of the user's to the prompt.
     *
     * @param text what the user says
     */
    public void prompt(String text) {
        prompt(List.of(new Message("user", text)));
    }

    /**
     * Adds messages to the prompt.
     *
     * @param messages in their order
     */
    public void prompt(List<Message> messages) {
        messages.forEach(message ->
                prompt.addObject().put("role", message.role()).putArray("parts").add(text(message.content())));
        put(TraceNames.INPUT_MESSAGES, prompt.toString());
        messages.stream().reduce((earlier, later) -> later).ifPresent(last -> input(last.content()));
    }

    /**
     * Says what the model replied.
     *
     * @param text the reply
     */
    public void completion(String text) {
        replyParts.add(text(text));
        putReply();
        output(text);
    }

    /**
     * Adds that the model asks for a tool.
     *
     * @param id of the call, or {@code null} where it has none
     * @param tool the tool's name
     * @param arguments JSON as a text, or anything that JSON can say
     */
    public void toolRequest(@Nullable String id, String tool, Object arguments) {
        ObjectNode part = replyParts.addObject().put("type", "tool_call");
        if (id != null) {
            part.put("id", id);
        }
        part.put("name", tool).put("arguments", ValueText.of(arguments));
        putReply();
    }

    /**
     * Says why the model stopped.
     *
     * @param reason such as {@code stop}, {@code length} or {@code tool_calls}
     */
    public void finishReason(String reason) {
        span().setAttribute(AttributeKey.stringArrayKey(TraceNames.RESPONSE_FINISH_REASONS), List.of(reason));
        reply.put("finish_reason", reason);
        putReply();
    }

    /**
     * Says which model replied.
     *
     * @param name as it calls itself
     */
    public void responseModel(String name) {
        put(TraceNames.RESPONSE_MODEL, name);
    }

    /**
     * Says the reply's id.
     *
     * @param id as its provider gave it
     */
    public void responseId(String id) {
        put(TraceNames.RESPONSE_ID, id);
    }

    /**
     * Says how many tokens the call took.
     *
     * @param usage as the provider reported it
     */
    public void usage(Usage usage) {
        step().usage(usage);
    }

    /**
     * Says what the call cost.
     *
     * @param dollars in US dollars, at least 0
     */
    public void cost(BigDecimal dollars) {
        putCost(dollars);
    }

    /**
     * Says that the reply was streamed, and when its first piece came.
     *
     * @param sinceBegin since the call began
     */
    public void timeToFirstToken(Duration sinceBegin) {
        attribute(TraceNames.REQUEST_STREAM, true);
        attribute(TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK, sinceBegin.toNanos() / 1e9);
    }

    @Override
    void returned(Object result) {
        if (!hasOutput() && result instanceof CharSequence text) {
            completion(text.toString());
        }
    }

    private void putReply() {
        put(
                TraceNames.OUTPUT_MESSAGES,
                JsonNodeFactory.instance.arrayNode().add(reply).toString());
    }

    private static ObjectNode text(String content) {
        return JsonNodeFactory.instance.objectNode().put("type", "text").put("content", content);
    }
}
