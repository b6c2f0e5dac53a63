package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceMessages;
import org.jspecify.annotations.Nullable;

/** OpenAI's chat completions, which most servers understand: {@code …/chat/completions}. */
record OpenAiChatFormat() implements WireFormat {

    @Override
    public boolean isAt(String path) {
        return path.endsWith("/chat/completions");
    }

    /** No other service has this path. */
    @Override
    public boolean isCall(JsonNode body) {
        return true;
    }

    @Override
    public String provider() {
        return "openai";
    }

    /** Azure names it in the path: {@code /openai/deployments/gpt-4o-mini/chat/completions}. */
    @Override
    public String model(String path, JsonNode body) {
        return body.hasNonNull("model") ? body.path("model").asText("") : deployment(path);
    }

    private static String deployment(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 3 && parts[parts.length - 4].equals("deployments") ? parts[parts.length - 3] : "";
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        span.asked(messages(body.path("messages")))
                .set(TraceNames.TOOL_DEFINITIONS, ToolDefinitions.json(body.path("tools")))
                .set(
                        TraceNames.OUTPUT_TYPE,
                        outputType(body.path("response_format").path("type")));
        parameters(body, span);
        Long choices = WireJson.whole(body.path("n"));
        span.set(TraceNames.REQUEST_CHOICE_COUNT, choices == null || choices == 1 ? null : choices);
    }

    static void parameters(JsonNode body, RecordedStep span) {
        span.set(TraceNames.REQUEST_TEMPERATURE, WireJson.real(body.path("temperature")))
                .set(TraceNames.REQUEST_TOP_P, WireJson.real(body.path("top_p")))
                .set(TraceNames.REQUEST_TOP_K, WireJson.whole(body.path("top_k")))
                .set(
                        TraceNames.REQUEST_MAX_TOKENS,
                        WireJson.whole(
                                WireJson.first(body, "max_completion_tokens", "max_tokens", "max_output_tokens")))
                .set(TraceNames.REQUEST_SEED, WireJson.whole(body.path("seed")))
                .set(TraceNames.REQUEST_STOP_SEQUENCES, WireJson.texts(WireJson.first(body, "stop", "stop_sequences")))
                .set(TraceNames.REQUEST_FREQUENCY_PENALTY, WireJson.real(body.path("frequency_penalty")))
                .set(TraceNames.REQUEST_PRESENCE_PENALTY, WireJson.real(body.path("presence_penalty")));
    }

    static String outputType(JsonNode type) {
        return type.asText("").startsWith("json") ? "json" : type.asText("");
    }

    private static TraceMessages messages(JsonNode list) {
        TraceMessages messages = new TraceMessages();
        for (JsonNode each : list) {
            String role = each.path("role").asText("user");
            JsonNode content = each.path("content");
            messages.message(role);
            if (role.equals("tool")) {
                messages.toolResult(WireJson.text(each.path("tool_call_id")), String.join("", texts(content)));
                continue;
            }
            messages.reasoning(reasoning(each)).text(WireJson.text(content));
            for (JsonNode part : content) {
                part(part, messages);
            }
            for (JsonNode call : each.path("tool_calls")) {
                messages.toolCall(
                        WireJson.text(call.path("id")),
                        call.path("function").path("name").asText("unknown"),
                        WireJson.shown(call.path("function").path("arguments")));
            }
        }
        return messages;
    }

    private static Iterable<String> texts(JsonNode content) {
        return content.isTextual()
                ? WireJson.texts(content)
                : content.findValues("text").stream().map(JsonNode::asText).toList();
    }

    static void part(JsonNode part, TraceMessages messages) {
        if (part.path("text").isTextual()) {
            messages.text(part.path("text").textValue());
        } else {
            messages.omitted(part.path("type").asText("unknown"));
        }
    }

    private static @Nullable String reasoning(JsonNode message) {
        return WireJson.text(WireJson.first(message, "reasoning_content", "reasoning"));
    }

    @Override
    public void reply(JsonNode json, WireReply reply) {
        reply.origin(WireJson.text(json.path("id")), WireJson.text(json.path("model")));
        for (JsonNode each : json.path("choices")) {
            WireChoice choice = reply.choice(each.path("index").asInt(0));
            JsonNode message = each.path(each.has("message") ? "message" : "delta");
            choice.reasoning(reasoning(message));
            choice.text(WireJson.text(message.path("content")));
            choice.text(WireJson.text(message.path("refusal")));
            for (JsonNode call : message.path("tool_calls")) {
                choice.call(
                        number(call, choice, each.has("message")),
                        WireJson.text(call.path("id")),
                        WireJson.text(call.path("function").path("name")),
                        call.path("function").path("arguments"));
            }
            choice.finish(WireJson.text(each.path("finish_reason")));
        }
        usage(reply.usage(json.path("usage")), reply);
    }

    /** Pieces of streamed calls are numbered, but not by all servers: there an id begins a new call. */
    private static int number(JsonNode call, WireChoice choice, boolean isWhole) {
        boolean isNew = isWhole || call.hasNonNull("id") || choice.calls() == 0;
        return call.path("index").asInt(isNew ? choice.calls() : choice.calls() - 1);
    }

    private static void usage(JsonNode usage, WireReply reply) {
        reply.tokens(new Usage(
                WireJson.count(usage.path("prompt_tokens")),
                WireJson.count(usage.path("completion_tokens")),
                WireJson.count(usage.path("prompt_tokens_details").path("cached_tokens")),
                WireJson.count(usage.path("prompt_tokens_details").path("cache_write_tokens")),
                WireJson.count(usage.path("completion_tokens_details").path("reasoning_tokens"))));
    }
}
