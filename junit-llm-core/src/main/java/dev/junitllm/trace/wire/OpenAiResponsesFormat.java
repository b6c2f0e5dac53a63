package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceMessages;

/** OpenAI's responses: {@code …/responses}. */
record OpenAiResponsesFormat() implements WireFormat {

    @Override
    public boolean isAt(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public boolean isCall(JsonNode body) {
        return body.has("model") && (body.has("input") || body.has("prompt"));
    }

    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        span.asked(messages(body.path("input")))
                .set(
                        TraceNames.SYSTEM_INSTRUCTIONS,
                        new TraceMessages()
                                .message("system")
                                .text(WireJson.text(body.path("instructions")))
                                .partsJson())
                .set(TraceNames.TOOL_DEFINITIONS, ToolDefinitions.json(body.path("tools")))
                .set(
                        TraceNames.OUTPUT_TYPE,
                        OpenAiChatFormat.outputType(
                                body.path("text").path("format").path("type")))
                .set(TraceNames.CONVERSATION_ID, WireJson.text(body.path("conversation")))
                .set(
                        TraceNames.CONVERSATION_ID,
                        WireJson.text(body.path("conversation").path("id")));
        OpenAiChatFormat.parameters(body, span);
    }

    private static TraceMessages messages(JsonNode input) {
        TraceMessages messages = new TraceMessages();
        if (input.isTextual()) {
            return messages.message("user").text(input.textValue());
        }
        for (JsonNode item : input) {
            switch (item.path("type").asText("message")) {
                case "message" -> {
                    messages.message(item.path("role").asText("user")).text(WireJson.text(item.path("content")));
                    item.path("content").forEach(part -> OpenAiChatFormat.part(part, messages));
                }
                case "function_call" ->
                    messages.message("assistant")
                            .toolCall(
                                    WireJson.text(item.path("call_id")),
                                    item.path("name").asText("unknown"),
                                    WireJson.shown(item.path("arguments")));
                case "function_call_output" ->
                    messages.message("tool")
                            .toolResult(WireJson.text(item.path("call_id")), WireJson.shown(item.path("output")));
                default ->
                    messages.message("assistant").omitted(item.path("type").asText());
            }
        }
        return messages;
    }

    @Override
    public void reply(JsonNode json, WireReply reply) {
        String event = json.path("type").asText("");
        if (json.path("object").asText().equals("response")) {
            whole(json, reply);
        } else if (json.path("response").isObject()) {
            whole(json.path("response"), reply);
        } else if (event.equals("response.output_text.delta") || event.equals("response.refusal.delta")) {
            reply.choice(0).text(WireJson.text(json.path("delta")));
        } else if (event.equals("error")) {
            reply.failed(WireJson.text(json.path("code")), WireJson.text(json.path("message")));
        }
    }

    /** The last event of a stream holds all of it once more; the first ones hold nothing yet. */
    private static void whole(JsonNode response, WireReply reply) {
        reply.origin(WireJson.text(response.path("id")), WireJson.text(response.path("model")));
        if (!response.path("output").isEmpty()) {
            reply.startAnew();
            response.path("output").forEach(item -> item(item, reply.choice(0)));
        }
        String status = response.path("status").asText("");
        if (!status.isEmpty() && !status.equals("in_progress") && !status.equals("queued")) {
            reply.choice(0)
                    .finish(response.path("incomplete_details")
                            .path("reason")
                            .asText(status.equals("completed") ? "stop" : status));
        }
        if (response.path("error").isObject()) {
            reply.failed(
                    WireJson.text(response.path("error").path("code")),
                    WireJson.text(response.path("error").path("message")));
        }
        JsonNode usage = reply.usage(response.path("usage"));
        reply.tokens(new Usage(
                WireJson.count(usage.path("input_tokens")),
                WireJson.count(usage.path("output_tokens")),
                WireJson.count(usage.path("input_tokens_details").path("cached_tokens")),
                WireJson.count(usage.path("input_tokens_details").path("cache_write_tokens")),
                WireJson.count(usage.path("output_tokens_details").path("reasoning_tokens"))));
    }

    private static void item(JsonNode item, WireChoice choice) {
        switch (item.path("type").asText()) {
            case "message" ->
                item.path("content")
                        .forEach(part -> choice.text(WireJson.text(WireJson.first(part, "text", "refusal"))));
            case "reasoning" ->
                item.path("summary").forEach(part -> choice.reasoning(WireJson.text(part.path("text"))));
            case "function_call" ->
                choice.call(
                        choice.calls(),
                        WireJson.text(item.path("call_id")),
                        WireJson.text(item.path("name")),
                        item.path("arguments"));
            default -> {
                // a search, a file, …: nothing that a message is made of
            }
        }
    }
}
