package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceMessages;
import java.util.Map;

/** Gemini's own form: {@code …/models/gemini-2.5-flash:generateContent}. */
record GeminiFormat() implements WireFormat {

    private static final GeminiPath PATH = new GeminiPath("generateContent|streamGenerateContent");

    @Override
    public boolean isAt(String path) {
        return PATH.isAt(path);
    }

    @Override
    public boolean isCall(JsonNode body) {
        return true;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_GENERATE_CONTENT;
    }

    @Override
    public String provider() {
        return GeminiPath.PROVIDER;
    }

    @Override
    public String model(String path, JsonNode body) {
        return PATH.model(path);
    }

    @Override
    public boolean streams(String path, JsonNode body) {
        return path.endsWith(":streamGenerateContent");
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        TraceMessages system = new TraceMessages().message("system");
        parts(WireJson.first(body, "systemInstruction", "system_instruction").path("parts"), system);
        TraceMessages messages = new TraceMessages();
        for (JsonNode each : body.path("contents")) {
            String role = each.path("role").asText("user");
            parts(each.path("parts"), messages.message(role.equals("model") ? "assistant" : role));
        }
        JsonNode config = WireJson.first(body, "generationConfig", "generation_config");
        Long choices = WireJson.whole(config.path("candidateCount"));
        span.asked(messages)
                .set(TraceNames.SYSTEM_INSTRUCTIONS, system.partsJson())
                .set(TraceNames.TOOL_DEFINITIONS, ToolDefinitions.json(body.path("tools")))
                .set(TraceNames.REQUEST_TEMPERATURE, WireJson.real(config.path("temperature")))
                .set(TraceNames.REQUEST_TOP_P, WireJson.real(config.path("topP")))
                .set(TraceNames.REQUEST_TOP_K, WireJson.whole(config.path("topK")))
                .set(TraceNames.REQUEST_MAX_TOKENS, WireJson.whole(config.path("maxOutputTokens")))
                .set(TraceNames.REQUEST_SEED, WireJson.whole(config.path("seed")))
                .set(TraceNames.REQUEST_STOP_SEQUENCES, WireJson.texts(config.path("stopSequences")))
                .set(TraceNames.REQUEST_FREQUENCY_PENALTY, WireJson.real(config.path("frequencyPenalty")))
                .set(TraceNames.REQUEST_PRESENCE_PENALTY, WireJson.real(config.path("presencePenalty")))
                .set(TraceNames.REQUEST_CHOICE_COUNT, choices == null || choices == 1 ? null : choices)
                .set(
                        TraceNames.OUTPUT_TYPE,
                        config.path("responseMimeType").asText("").endsWith("json") ? "json" : "");
    }

    private static void parts(JsonNode parts, TraceMessages messages) {
        for (JsonNode part : parts) {
            if (part.path("functionCall").isObject()) {
                messages.toolCall(
                        WireJson.text(part.path("functionCall").path("id")),
                        part.path("functionCall").path("name").asText("unknown"),
                        part.path("functionCall").path("args"));
            } else if (part.path("functionResponse").isObject()) {
                messages.toolResult(
                        WireJson.text(WireJson.first(part.path("functionResponse"), "id", "name")),
                        part.path("functionResponse").path("response"));
            } else if (part.path("text").isTextual()) {
                messages.text(part.path("text").textValue());
            } else {
                messages.omitted(part.properties().stream()
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("unknown"));
            }
        }
    }

    /** A stream that isn't one of events is an array of replies. */
    @Override
    public void reply(JsonNode json, WireReply reply) {
        if (json.isArray()) {
            json.forEach(each -> reply(each, reply));
            return;
        }
        reply.origin(WireJson.text(json.path("responseId")), WireJson.text(json.path("modelVersion")));
        for (JsonNode candidate : json.path("candidates")) {
            WireChoice choice = reply.choice(candidate.path("index").asInt(0));
            candidate.path("content").path("parts").forEach(part -> part(part, choice));
            choice.finish(WireJson.text(candidate.path("finishReason")));
        }
        String blocked = WireJson.text(json.path("promptFeedback").path("blockReason"));
        if (blocked != null) {
            reply.choice(0).finish(blocked);
        }
        JsonNode usage = reply.usage(json.path("usageMetadata"));
        Long thoughts = WireJson.count(usage.path("thoughtsTokenCount"));
        reply.tokens(new Usage(
                WireJson.count(usage.path("promptTokenCount")),
                WireJson.sum(WireJson.count(usage.path("candidatesTokenCount")), thoughts),
                WireJson.count(usage.path("cachedContentTokenCount")),
                null,
                thoughts));
    }

    private static void part(JsonNode part, WireChoice choice) {
        if (part.path("functionCall").isObject()) {
            choice.call(
                    choice.calls(),
                    WireJson.text(part.path("functionCall").path("id")),
                    WireJson.text(part.path("functionCall").path("name")),
                    part.path("functionCall").path("args"));
        } else if (part.path("thought").asBoolean(false)) {
            choice.reasoning(WireJson.text(part.path("text")));
        } else {
            choice.text(WireJson.text(part.path("text")));
        }
    }
}
