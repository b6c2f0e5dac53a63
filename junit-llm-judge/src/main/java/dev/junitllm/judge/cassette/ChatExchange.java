package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.OutputSchema;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.trace.Redactor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How requests to chat models and their answers are kept. The nonce of a request stands there as a placeholder, which the
 * text around it doesn't hold; in the answer's place the present request's nonce is put back in. Safe for use by several threads.
 */
final class ChatExchange {

    static final String KIND = "chat";

    private final Redactor redactor;

    /** A run asks for few forms, each many times. */
    private final Map<OutputSchema, JsonNode> schemas = new ConcurrentHashMap<>();

    ChatExchange(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Removes secrets. */
    Redactor redactor() {
        return redactor;
    }

    Asked asked(ChatModelDescription model, ChatRequest request) {
        CallLabel label = request.label();
        String all = request.messages().stream().map(ChatMessage::text).collect(Collectors.joining("\n"));
        UnaryOperator<String> kept = kept(label.nonce(), Placeholder.notIn(all));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", KIND).put("provider", model.provider()).put("model", model.model());
        if (!model.parameters().isEmpty()) {
            ObjectNode parameters = json.putObject("parameters");
            model.parameters().forEach((name, value) -> parameters.put(name, redactor.redact(value)));
        }
        json.set("sampling", sampling(request.sampling()));
        OutputSchema output = request.output();
        if (output != null) {
            json.putObject("output")
                    .put("name", output.name())
                    .set("schema", schemas.computeIfAbsent(output, this::schema));
        }
        ArrayNode messages = json.putArray("messages");
        for (ChatMessage message : request.messages()) {
            messages.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .set("text", TextLines.of(kept.apply(message.text())));
        }
        PersonalData.mark(json, label.nonce().isEmpty() ? all : all.replace(label.nonce(), ""), redactor);
        return Asked.of(redactor.redact(label.caseId()), label.sample(), label.vote(), json);
    }

    ObjectNode reply(ChatReply reply, String nonce) {
        JsonNode structured = reply.structured();
        String all = reply.text() + "\n" + (structured == null ? "" : CassetteJson.inOneLine(structured));
        boolean echoes = !nonce.isEmpty() && all.contains(nonce);
        String placeholder = Placeholder.notIn(all);
        UnaryOperator<String> kept = kept(nonce, placeholder);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (echoes) {
            json.put("nonce", placeholder);
        }
        if (!reply.text().isEmpty() || structured == null) {
            json.set("text", TextLines.of(kept.apply(reply.text())));
        }
        if (structured != null) {
            json.set("structured", JsonTexts.mapped(structured, kept));
        }
        ChatReplyJson.describe(reply, json, kept);
        return json;
    }

    /** The answer, as the request with this nonce gets it. */
    ChatReply replay(ObjectNode recorded, String nonce) {
        String placeholder = recorded.path("nonce").asText();
        UnaryOperator<String> present = text -> placeholder.isEmpty() ? text : text.replace(placeholder, nonce);
        return ChatReplyJson.read(recorded, present).asReplayed();
    }

    /** Few schemas hold a secret. */
    private JsonNode schema(OutputSchema output) {
        JsonNode schema = CassetteJson.settled(output.schema());
        String text = schema.toString();
        return redactor.redact(text).equals(text) ? schema : JsonTexts.mapped(schema, redactor::redact);
    }

    private UnaryOperator<String> kept(String nonce, String placeholder) {
        return text -> redactor.redact(nonce.isEmpty() ? text : text.replace(nonce, placeholder));
    }

    private static ObjectNode sampling(Sampling sampling) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (sampling.temperature() != null) {
            json.put("temperature", sampling.temperature());
        }
        if (sampling.maxOutputTokens() != null) {
            json.put("maxOutputTokens", sampling.maxOutputTokens());
        }
        if (sampling.seed() != null) {
            json.put("seed", sampling.seed());
        }
        if (sampling.topLogprobs() != null) {
            json.put("topLogprobs", sampling.topLogprobs());
        }
        return json;
    }
}
