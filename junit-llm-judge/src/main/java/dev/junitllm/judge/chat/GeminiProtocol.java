package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gemini's {@code generateContent}; the address names the model. */
record GeminiProtocol() implements ChatProtocol {

    @Override
    public ObjectNode body(ChatRequest request, Set<Adjustment> adjustments) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        boolean isDescribed = adjustments.contains(Adjustment.OTHER_OUTPUT_FORM);
        List<ChatMessage> messages = isDescribed ? SchemaPrompt.describedIn(request) : request.messages();
        ArrayNode contents = JsonNodeFactory.instance.arrayNode();
        ArrayNode instructions = JsonNodeFactory.instance.arrayNode();
        for (ChatMessage message : messages) {
            if (message.role() == ChatRole.SYSTEM) {
                instructions.addObject().put("text", message.text());
            } else {
                contents.addObject()
                        .put("role", message.role() == ChatRole.USER ? "user" : "model")
                        .putArray("parts")
                        .addObject()
                        .put("text", message.text());
            }
        }
        if (!instructions.isEmpty()) {
            body.putObject("systemInstruction").set("parts", instructions);
        }
        body.set("contents", contents);
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        sampling(config, request.sampling(), adjustments);
        if (request.output() != null && !adjustments.contains(Adjustment.NO_OUTPUT_FORM)) {
            config.put("responseMimeType", "application/json");
            if (!isDescribed) {
                config.set("responseJsonSchema", request.output().schema());
            }
        }
        if (!config.isEmpty()) {
            body.set("generationConfig", config);
        }
        return body;
    }

    private static void sampling(ObjectNode config, Sampling sampling, Set<Adjustment> adjustments) {
        Double temperature = sampling.temperature();
        if (temperature != null && !adjustments.contains(Adjustment.NO_TEMPERATURE)) {
            config.put("temperature", Json.number(temperature));
        }
        if (sampling.maxOutputTokens() != null && !adjustments.contains(Adjustment.NO_OUTPUT_LIMIT)) {
            config.put("maxOutputTokens", sampling.maxOutputTokens());
        }
        if (sampling.seed() != null && !adjustments.contains(Adjustment.NO_SEED)) {
            config.put("seed", sampling.seed());
        }
        Integer top = sampling.topLogprobs();
        if (top != null && !adjustments.contains(Adjustment.NO_LOGPROBS)) {
            config.put("responseLogprobs", true);
            if (top > 0) {
                config.put("logprobs", top);
            }
        }
    }

    @Override
    public Map<String, Adjustment> adjustable() {
        return Map.of(
                "temperature", Adjustment.NO_TEMPERATURE,
                "seed", Adjustment.NO_SEED,
                "responseLogprobs", Adjustment.NO_LOGPROBS,
                "logprobs", Adjustment.NO_LOGPROBS,
                "maxOutputTokens", Adjustment.NO_OUTPUT_LIMIT,
                "responseJsonSchema", Adjustment.OTHER_OUTPUT_FORM,
                "responseMimeType", Adjustment.OTHER_OUTPUT_FORM);
    }

    @Override
    public ChatReply read(JsonNode json, ChatRequest request) {
        JsonNode candidate = json.at("/candidates/0");
        ChatReply reply = ChatReply.of(text(candidate.at("/content/parts")))
                .withUsage(usage(json.path("usageMetadata")))
                .withLogprobs(logprobs(candidate.path("logprobsResult")))
                .withOrigin(Json.text(json.path("modelVersion")), Json.text(json.path("responseId")));
        if (candidate.isObject()) {
            String raw = Json.text(candidate.path("finishReason"));
            return reply.withFinish(finish(raw), raw);
        }
        String blocked = Json.text(json.at("/promptFeedback/blockReason"));
        if (blocked == null) {
            throw new Unreadable("answered no 'candidates' but " + json);
        }
        return reply.withFinish(FinishReason.CONTENT_FILTER, blocked);
    }

    private static String text(JsonNode parts) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
            if (!part.path("thought").asBoolean(false)) {
                text.append(part.path("text").asText(""));
            }
        }
        return text.toString();
    }

    private static FinishReason finish(@Nullable String raw) {
        return switch (raw == null ? "" : raw) {
            case "STOP" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
                FinishReason.CONTENT_FILTER;
            case "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL" -> FinishReason.TOOL;
            default -> FinishReason.OTHER;
        };
    }

    /** What was thought is not in {@code candidatesTokenCount}, but is part of the output. */
    private static Usage usage(JsonNode usage) {
        Long thoughts = Json.count(usage.path("thoughtsTokenCount"));
        return new Usage(
                Json.count(usage.path("promptTokenCount")),
                Json.sum(Json.count(usage.path("candidatesTokenCount")), thoughts),
                Json.count(usage.path("cachedContentTokenCount")),
                null,
                thoughts);
    }

    private static List<TokenLogprob> logprobs(JsonNode result) {
        List<TokenLogprob> list = new ArrayList<>();
        JsonNode chosen = result.path("chosenCandidates");
        for (int i = 0; i < chosen.size(); i++) {
            List<TokenLogprob> likeliest = new ArrayList<>();
            for (JsonNode other : result.at("/topCandidates/" + i + "/candidates")) {
                likeliest.add(logprob(other, List.of()));
            }
            list.add(logprob(chosen.get(i), likeliest));
        }
        return list;
    }

    private static TokenLogprob logprob(JsonNode token, List<TokenLogprob> likeliest) {
        JsonNode logprob = token.path("logProbability");
        if (!logprob.isNumber() || !token.path("token").isTextual()) {
            throw new Unreadable("answered log-probabilities that are none: " + token);
        }
        return new TokenLogprob(token.path("token").textValue(), logprob.doubleValue(), likeliest);
    }
}
