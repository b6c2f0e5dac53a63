package dev.junitllm.judge.chat;

import dev.junitllm.Usage;
import dev.junitllm.score.ScoringException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A chat model of LangChain4j, which the user's project brings along. The form of the reply is sent where the model says that
 * it takes one, else described in the prompt; LangChain4j has no words for seeds and log-probabilities. Its model does its own
 * retries, and waits as long as it is told to. Safe for use by several threads where the model is.
 */
public final class LangChain4jChat implements ChatModel {

    private final dev.langchain4j.model.chat.ChatModel model;
    private final ChatModelDescription description;

    private LangChain4jChat(dev.langchain4j.model.chat.ChatModel model, ChatModelDescription description) {
        this.model = model;
        this.description = description;
    }

    /**
     * Asks a model of LangChain4j.
     *
     * @param model the model
     * @return a model that asks it, described by its provider and its default model name
     */
    public static LangChain4jChat of(dev.langchain4j.model.chat.ChatModel model) {
        String name = model.defaultRequestParameters().modelName();
        return new LangChain4jChat(
                model,
                ChatModelDescription.of(
                        "langchain4j-" + model.provider().name().toLowerCase(Locale.ROOT),
                        name == null || name.isBlank() ? "unnamed" : name));
    }

    @Override
    public ChatModelDescription describe() {
        return description;
    }

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        boolean takesForms = model.supportedCapabilities().contains(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        try {
            return reply(model.chat(request(request, takesForms))).withNotes(notes(request, takesForms));
        } catch (ContentFilteredException e) {
            return ChatReply.of("").withFinish(FinishReason.CONTENT_FILTER, null);
        } catch (RuntimeException e) {
            throw ForeignFailures.explain(description, e);
        }
    }

    @Override
    public String toString() {
        return "chat model " + description;
    }

    private static dev.langchain4j.model.chat.request.ChatRequest request(ChatRequest request, boolean takesForms) {
        List<ChatMessage> messages = takesForms ? request.messages() : SchemaPrompt.describedIn(request);
        var builder = dev.langchain4j.model.chat.request.ChatRequest.builder()
                .messages(messages.stream().map(LangChain4jChat::message).toList());
        Sampling sampling = request.sampling();
        if (sampling.temperature() != null) {
            builder.temperature(sampling.temperature());
        }
        if (sampling.maxOutputTokens() != null) {
            builder.maxOutputTokens(sampling.maxOutputTokens());
        }
        OutputSchema output = request.output();
        if (output != null && takesForms) {
            builder.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name(output.name())
                            .rootElement(JsonRawSchema.from(output.schema().toString()))
                            .build())
                    .build());
        }
        return builder.build();
    }

    private static dev.langchain4j.data.message.ChatMessage message(ChatMessage message) {
        return switch (message.role()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case USER -> UserMessage.from(message.text());
            case ASSISTANT -> AiMessage.from(message.text());
        };
    }

    private static List<String> notes(ChatRequest request, boolean takesForms) {
        List<String> notes = new ArrayList<>();
        if (request.sampling().seed() != null) {
            notes.add("seed not sent: LangChain4j has no word for it");
        }
        if (request.sampling().topLogprobs() != null) {
            notes.add("logprobs not asked for: LangChain4j has no word for them");
        }
        if (request.output() != null && !takesForms) {
            notes.add("output form only described in the prompt: the model takes no other");
        }
        return notes;
    }

    private static ChatReply reply(ChatResponse response) {
        String text = response.aiMessage().text();
        var finish = response.finishReason();
        return ChatReply.of(Objects.requireNonNullElse(text, ""))
                .withFinish(
                        finish == null ? FinishReason.OTHER : ForeignFailures.finish(finish.name()),
                        finish == null ? null : finish.name())
                .withUsage(usage(response.tokenUsage()))
                .withOrigin(response.modelName(), response.id());
    }

    private static Usage usage(@Nullable TokenUsage usage) {
        return usage == null
                ? Usage.UNKNOWN
                : new Usage(count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static @Nullable Long count(@Nullable Integer tokens) {
        return tokens == null || tokens < 0 ? null : Long.valueOf(tokens);
    }
}
