package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.Reported;
import dev.junitllm.trace.recording.TraceMessages;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages: {@code …/v1/messages}. */
record AnthropicFormat() implements WireFormat {

    @Override
    public boolean isAt(String path) {
        return path.endsWith("/messages");
    }

    /** Others send messages too: of chats, of queues. */
    @Override
    public boolean isCall(JsonNode body) {
        return body.has("model")
                && body.has("max_tokens")
                && body.path("messages").isArray();
    }

    @Override
    public String provider() {
        return "anthropic";
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        TraceMessages system = new TraceMessages().message("system");
        content(body.path("system"), system);
        TraceMessages messages = new TraceMessages();
        for (JsonNode each : body.path("messages")) {
            content(each.path("content"), messages.message(each.path("role").asText("user")));
        }
        span.asked(messages)
                .set(TraceNames.SYSTEM_INSTRUCTIONS, system.partsJson())
                .set(TraceNames.TOOL_DEFINITIONS, ToolDefinitions.json(body.path("tools")))
                .set(
                        TraceNames.OUTPUT_TYPE,
                        OpenAiChatFormat.outputType(
                                body.path("output_config").path("format").path("type")));
        OpenAiChatFormat.parameters(body, span);
    }

    private static void content(JsonNode content, TraceMessages messages) {
        messages.text(WireJson.text(content));
        for (JsonNode block : content) {
            switch (block.path("type").asText()) {
                case "text" -> messages.text(WireJson.text(block.path("text")));
                case "thinking" -> messages.reasoning(WireJson.text(block.path("thinking")));
                case "tool_use" ->
                    messages.toolCall(
                            WireJson.text(block.path("id")), block.path("name").asText("unknown"), block.path("input"));
                case "tool_result" -> messages.toolResult(WireJson.text(block.path("tool_use_id")), result(block));
                default -> messages.omitted(block.path("type").asText("unknown"));
            }
        }
    }

    private static @Nullable String result(JsonNode block) {
        JsonNode content = block.path("content");
        return content.size() == 1 && content.path(0).path("text").isTextual()
                ? content.path(0).path("text").textValue()
                : WireJson.shown(content);
    }

    @Override
    public void reply(JsonNode json, WireReply reply) {
        switch (json.path("type").asText()) {
            case "message" -> message(json, reply);
            case "message_start" -> message(json.path("message"), reply);
            case "content_block_start" ->
                block(json.path("content_block"), json.path("index").asInt(), reply.choice(0), true);
            case "content_block_delta" ->
                delta(json.path("delta"), json.path("index").asInt(), reply.choice(0));
            case "message_delta" -> {
                reply.choice(0).finish(WireJson.text(json.path("delta").path("stop_reason")));
                usage(json.path("usage"), reply);
            }
            case "error" ->
                reply.failed(
                        WireJson.text(json.path("error").path("type")),
                        WireJson.text(json.path("error").path("message")));
            default -> {
                // ping, content_block_stop, message_stop: nothing to note
            }
        }
    }

    private static void message(JsonNode message, WireReply reply) {
        reply.origin(WireJson.text(message.path("id")), WireJson.text(message.path("model")));
        int index = 0;
        for (JsonNode block : message.path("content")) {
            block(block, index++, reply.choice(0), false);
        }
        reply.choice(0).finish(WireJson.text(message.path("stop_reason")));
        usage(message.path("usage"), reply);
    }

    private static void block(JsonNode block, int index, WireChoice choice, boolean isBegun) {
        switch (block.path("type").asText()) {
            case "text" -> choice.text(WireJson.text(block.path("text")));
            case "thinking" -> choice.reasoning(WireJson.text(block.path("thinking")));
            case "tool_use" ->
                choice.call(
                        index,
                        WireJson.text(block.path("id")),
                        WireJson.text(block.path("name")),
                        isBegun ? block.path("none") : block.path("input")); // an empty object, and then the pieces
            default -> {
                // what a tool of Anthropic's own found: nothing that a message is made of
            }
        }
    }

    private static void delta(JsonNode delta, int index, WireChoice choice) {
        choice.text(WireJson.text(delta.path("text")));
        choice.reasoning(WireJson.text(delta.path("thinking")));
        if (delta.path("partial_json").isTextual()) {
            choice.call(index, null, null, delta.path("partial_json"));
        }
    }

    /** Anthropic's {@code input_tokens} are those that have to do with no cache. */
    private static void usage(JsonNode counts, WireReply reply) {
        JsonNode usage = reply.usage(counts);
        Long read = WireJson.count(usage.path("cache_read_input_tokens"));
        Long written = WireJson.count(usage.path("cache_creation_input_tokens"));
        reply.tokens(new Usage(
                Reported.withCache(WireJson.count(usage.path("input_tokens")), read, written),
                WireJson.count(usage.path("output_tokens")),
                read,
                written,
                null));
    }
}
