package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceMessages;

/** Ollama's own form: {@code /api/chat} and {@code /api/generate}. It streams where it isn't told not to. */
record OllamaFormat() implements WireFormat {

    @Override
    public boolean isAt(String path) {
        return path.endsWith("/api/chat") || path.endsWith("/api/generate");
    }

    @Override
    public boolean isCall(JsonNode body) {
        return body.has("model") && (body.path("messages").isArray() || body.has("prompt"));
    }

    @Override
    public String provider() {
        return "ollama";
    }

    @Override
    public boolean streams(String path, JsonNode body) {
        return body.path("stream").asBoolean(true);
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        TraceMessages messages = new TraceMessages();
        for (JsonNode each : body.path("messages")) {
            message(each, messages);
        }
        if (body.has("prompt")) {
            messages.message("user").text(WireJson.text(body.path("prompt")));
        }
        JsonNode options = body.path("options");
        span.asked(messages)
                .set(
                        TraceNames.SYSTEM_INSTRUCTIONS,
                        new TraceMessages()
                                .message("system")
                                .text(WireJson.text(body.path("system")))
                                .partsJson())
                .set(TraceNames.TOOL_DEFINITIONS, ToolDefinitions.json(body.path("tools")))
                .set(TraceNames.OUTPUT_TYPE, body.hasNonNull("format") ? "json" : "");
        OpenAiChatFormat.parameters(options, span);
        span.set(TraceNames.REQUEST_MAX_TOKENS, WireJson.whole(options.path("num_predict")));
    }

    private static void message(JsonNode each, TraceMessages messages) {
        String role = each.path("role").asText("user");
        messages.message(role);
        if (role.equals("tool")) {
            messages.toolResult(WireJson.text(each.path("tool_name")), WireJson.text(each.path("content")));
            return;
        }
        messages.reasoning(WireJson.text(each.path("thinking"))).text(WireJson.text(each.path("content")));
        each.path("images").forEach(image -> messages.omitted("image"));
        for (JsonNode call : each.path("tool_calls")) {
            messages.toolCall(
                    null,
                    call.path("function").path("name").asText("unknown"),
                    WireJson.shown(call.path("function").path("arguments")));
        }
    }

    @Override
    public void reply(JsonNode json, WireReply reply) {
        reply.origin(null, WireJson.text(json.path("model")));
        WireChoice choice = reply.choice(0);
        JsonNode message = json.path("message");
        choice.reasoning(WireJson.text(message.path("thinking")));
        choice.reasoning(WireJson.text(json.path("thinking")));
        choice.text(WireJson.text(message.path("content")));
        choice.text(WireJson.text(json.path("response")));
        for (JsonNode call : message.path("tool_calls")) {
            choice.call(
                    choice.calls(),
                    null,
                    WireJson.text(call.path("function").path("name")),
                    call.path("function").path("arguments"));
        }
        choice.finish(WireJson.text(json.path("done_reason")));
        if (json.path("done").asBoolean(false)) {
            reply.tokens(
                    new Usage(WireJson.count(json.path("prompt_eval_count")), WireJson.count(json.path("eval_count"))));
        }
    }
}
