package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Usage;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.FinishReason;
import dev.junitllm.judge.chat.TokenLogprob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A chat model's answer in a recording, read back strictly. */
final class ChatReplyJson {

    private static final Set<String> FIELDS =
            Set.of("nonce", "text", "structured", "finish", "rawFinish", "usage", "logprobs", "model", "id", "notes");

    private ChatReplyJson() {}

    /** Everything but the answer itself. */
    static void describe(ChatReply reply, ObjectNode json, UnaryOperator<String> kept) {
        json.put("finish", reply.finish().name());
        put(json, "rawFinish", reply.rawFinish(), kept);
        ObjectNode usage = json.objectNode();
        put(usage, "inputTokens", reply.usage().inputTokens());
        put(usage, "outputTokens", reply.usage().outputTokens());
        put(usage, "cacheReadTokens", reply.usage().cacheReadTokens());
        put(usage, "cacheWriteTokens", reply.usage().cacheWriteTokens());
        put(usage, "reasoningTokens", reply.usage().reasoningTokens());
        if (!usage.isEmpty()) {
            json.set("usage", usage);
        }
        if (!reply.logprobs().isEmpty()) {
            ArrayNode tokens = json.putArray("logprobs");
            reply.logprobs().forEach(token -> write(token, tokens, kept));
        }
        put(json, "model", reply.model(), kept);
        put(json, "id", reply.id(), kept);
        if (!reply.notes().isEmpty()) {
            ArrayNode notes = json.putArray("notes");
            reply.notes().forEach(note -> notes.add(kept.apply(note)));
        }
    }

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ChatReply read(ObjectNode json, UnaryOperator<String> present) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("a reply has no field '" + name + "'");
            }
        });
        JsonNode text = json.get("text");
        JsonNode structured = json.get("structured");
        if (text != null ? !TextLines.isText(text) : structured == null) {
            throw new IllegalArgumentException("'text' must be a text or an array of its lines");
        }
        return new ChatReply(
                text == null ? "" : present.apply(TextLines.text(text)),
                structured == null ? null : JsonTexts.mapped(structured, present),
                finish(json),
                optional(json, "rawFinish"),
                null,
                usage(json.path("usage")),
                logprobs(json.path("logprobs")),
                optional(json, "model"),
                optional(json, "id"),
                notes(json.path("notes")),
                false);
    }

    private static FinishReason finish(ObjectNode json) {
        String name = json.path("finish").asText();
        return Arrays.stream(FinishReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'finish' must be one of " + Arrays.toString(FinishReason.values())));
    }

    private static Usage usage(JsonNode json) {
        return new Usage(
                count(json, "inputTokens"),
                count(json, "outputTokens"),
                count(json, "cacheReadTokens"),
                count(json, "cacheWriteTokens"),
                count(json, "reasoningTokens"));
    }

    private static @Nullable Long count(JsonNode json, String name) {
        JsonNode count = json.get(name);
        if (count != null && !count.canConvertToLong()) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number");
        }
        return count == null ? null : count.longValue();
    }

    private static List<TokenLogprob> logprobs(JsonNode json) {
        List<TokenLogprob> tokens = new ArrayList<>();
        for (JsonNode token : json) {
            if (!token.path("token").isTextual() || !token.path("logprob").isNumber()) {
                throw new IllegalArgumentException("'logprobs' must hold objects with 'token' and 'logprob'");
            }
            tokens.add(new TokenLogprob(
                    token.get("token").textValue(),
                    token.get("logprob").doubleValue(),
                    logprobs(token.path("likeliest"))));
        }
        return tokens;
    }

    private static List<String> notes(JsonNode json) {
        List<String> notes = new ArrayList<>();
        json.forEach(note -> notes.add(note.asText()));
        return notes;
    }

    private static @Nullable String optional(ObjectNode json, String name) {
        JsonNode text = json.get(name);
        return text == null ? null : text.asText();
    }

    private static void write(TokenLogprob token, ArrayNode target, UnaryOperator<String> kept) {
        ObjectNode json = target.addObject().put("token", kept.apply(token.token()));
        json.put("logprob", token.logprob());
        if (!token.likeliest().isEmpty()) {
            ArrayNode likeliest = json.putArray("likeliest");
            token.likeliest().forEach(one -> write(one, likeliest, kept));
        }
    }

    private static void put(ObjectNode json, String name, @Nullable String text, UnaryOperator<String> kept) {
        if (text != null) {
            json.put(name, kept.apply(text));
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Long count) {
        if (count != null) {
            json.put(name, count);
        }
    }
}
