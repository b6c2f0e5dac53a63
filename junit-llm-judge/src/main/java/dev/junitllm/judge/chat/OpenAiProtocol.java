package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Usage;
import dev.junitllm.judge.http.HttpFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Chat completions as OpenAI describes them. Of a reply every field may be missing but the text: servers that call themselves
 * compatible leave out what they like.
 *
 * @param model the model, or {@code null} where the address names it
 * @param outputLimit what the limit of output tokens is called: OpenAI's reasoning models refuse {@code max_tokens}, and
 *     other servers ignore {@code max_completion_tokens} without a word
 */
record OpenAiProtocol(@Nullable String model, String outputLimit) implements ChatProtocol {

    static final String NEW_LIMIT = "max_completion_tokens";
    static final String OLD_LIMIT = "max_tokens";

    @Override
    public ObjectNode body(ChatRequest request, Set<Adjustment> adjustments) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (model != null) {
            body.put("model", model);
        }
        boolean isDescribed = adjustments.contains(Adjustment.OTHER_OUTPUT_FORM);
        ArrayNode messages = body.putArray("messages");
        for (ChatMessage message : isDescribed ? SchemaPrompt.describedIn(request) : request.messages()) {
            messages.addObject().put("role", Json.word(message.role())).put("content", message.text());
        }
        sampling(body, request.sampling(), adjustments);
        OutputSchema output = request.output();
        if (output != null && !adjustments.contains(Adjustment.NO_OUTPUT_FORM)) {
            ObjectNode format = body.putObject("response_format");
            if (isDescribed) {
                format.put("type", "json_object");
            } else {
                format.put("type", "json_schema")
                        .putObject("json_schema")
                        .put("name", output.name())
                        .put("strict", true)
                        .set("schema", output.schema());
            }
        }
        return body;
    }

    private void sampling(ObjectNode body, Sampling sampling, Set<Adjustment> adjustments) {
        Double temperature = sampling.temperature();
        if (temperature != null && !adjustments.contains(Adjustment.NO_TEMPERATURE)) {
            body.put("temperature", Json.number(temperature));
        }
        Integer limit = sampling.maxOutputTokens();
        if (limit != null && !adjustments.contains(Adjustment.NO_OUTPUT_LIMIT)) {
            body.put(adjustments.contains(Adjustment.OTHER_OUTPUT_LIMIT) ? otherLimit() : outputLimit, limit);
        }
        if (sampling.seed() != null && !adjustments.contains(Adjustment.NO_SEED)) {
            body.put("seed", sampling.seed());
        }
        Integer top = sampling.topLogprobs();
        if (top != null && !adjustments.contains(Adjustment.NO_LOGPROBS)) {
            body.put("logprobs", true);
            if (top > 0) {
                body.put("top_logprobs", top);
            }
        }
    }

    private String otherLimit() {
        return outputLimit.equals(NEW_LIMIT) ? OLD_LIMIT : NEW_LIMIT;
    }

    @Override
    public Map<String, Adjustment> adjustable() {
        return Map.of(
                "temperature",
                Adjustment.NO_TEMPERATURE,
                "seed",
                Adjustment.NO_SEED,
                "logprobs",
                Adjustment.NO_LOGPROBS,
                "top_logprobs",
                Adjustment.NO_LOGPROBS,
                NEW_LIMIT,
                Adjustment.OTHER_OUTPUT_LIMIT,
                OLD_LIMIT,
                Adjustment.OTHER_OUTPUT_LIMIT,
                "response_format",
                Adjustment.OTHER_OUTPUT_FORM);
    }

    /** Azure's filter of prompts answers an error. */
    @Override
    public Optional<ChatReply> read(HttpFailure failure) {
        boolean isFilter = failure.status() == 400
                && failure.body().at("/error/code").asText("").equals("content_filter");
        return isFilter
                ? Optional.of(ChatReply.of("").withFinish(FinishReason.CONTENT_FILTER, "content_filter"))
                : Optional.empty();
    }

    @Override
    public ChatReply read(JsonNode json, ChatRequest request) {
        JsonNode choice = json.at("/choices/0");
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            throw new Unreadable("answered no 'choices' with a 'message' but " + json);
        }
        String refusal = Json.text(message.path("refusal"));
        String raw = Json.text(choice.path("finish_reason"));
        return ChatReply.of(content(message.path("content")))
                .withFinish(refusal == null ? finish(raw) : FinishReason.REFUSAL, raw)
                .withRefusal(refusal)
                .withUsage(usage(json.path("usage")))
                .withLogprobs(logprobs(choice.at("/logprobs/content")))
                .withOrigin(Json.text(json.path("model")), Json.text(json.path("id")));
    }

    /** A text, or the texts of a list of parts, as some servers send it. */
    private static String content(JsonNode content) {
        if (content.isArray()) {
            StringBuilder text = new StringBuilder();
            content.forEach(part -> text.append(part.path("text").asText("")));
            return text.toString();
        }
        if (!content.isTextual() && !content.isNull() && !content.isMissingNode()) {
            throw new Unreadable("answered a 'content' that is no text: " + content);
        }
        return content.isTextual() ? content.textValue() : "";
    }

    private static FinishReason finish(@Nullable String raw) {
        return switch (raw == null ? "" : raw) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            case "tool_calls", "function_call" -> FinishReason.TOOL;
            default -> FinishReason.OTHER;
        };
    }

    private static Usage usage(JsonNode usage) {
        JsonNode input = usage.path("prompt_tokens_details");
        return new Usage(
                Json.count(usage.path("prompt_tokens")),
                Json.count(usage.path("completion_tokens")),
                Json.count(input.path("cached_tokens")),
                Json.count(input.path("cache_write_tokens")),
                Json.count(usage.at("/completion_tokens_details/reasoning_tokens")));
    }

    private static List<TokenLogprob> logprobs(JsonNode tokens) {
        List<TokenLogprob> list = new ArrayList<>();
        for (JsonNode token : tokens) {
            List<TokenLogprob> likeliest = StreamSupport.stream(
                            token.path("top_logprobs").spliterator(), false)
                    .map(other -> logprob(other, List.of()))
                    .toList();
            list.add(logprob(token, likeliest));
        }
        return list;
    }

    private static TokenLogprob logprob(JsonNode token, List<TokenLogprob> likeliest) {
        JsonNode logprob = token.path("logprob");
        if (!logprob.isNumber() || !token.path("token").isTextual()) {
            throw new Unreadable("answered log-probabilities that are none: " + token);
        }
        return new TokenLogprob(token.path("token").textValue(), logprob.doubleValue(), likeliest);
    }
}
