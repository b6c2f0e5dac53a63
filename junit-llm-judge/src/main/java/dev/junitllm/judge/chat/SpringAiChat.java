package dev.junitllm.judge.chat;

import dev.junitllm.Usage;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.EmptyUsage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * A chat model of Spring AI, which the user's project brings along. Spring AI has one word for models of all kinds for a
 * temperature and a limit of tokens, but none for seeds, log-probabilities and forms of the reply: the form is described in
 * the prompt. Its model does its own retries, and waits as long as it is told to. Safe for use by several threads where the
 * model is.
 */
public final class SpringAiChat implements ChatModel {

    private final org.springframework.ai.chat.model.ChatModel model;
    private final ChatModelDescription description;

    private SpringAiChat(org.springframework.ai.chat.model.ChatModel model, ChatModelDescription description) {
        this.model = model;
        this.description = description;
    }

    /**
     * Asks a model of Spring AI.
     *
     * @param model the model
     * @return a model that asks it, described by the name of its default options
     */
    public static SpringAiChat of(org.springframework.ai.chat.model.ChatModel model) {
        ChatOptions options = model.getDefaultOptions();
        String name = options == null ? null : options.getModel();
        return new SpringAiChat(
                model, ChatModelDescription.of("spring-ai", name == null || name.isBlank() ? "unnamed" : name));
    }

    @Override
    public ChatModelDescription describe() {
        return description;
    }

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        ChatResponse response;
        try {
            response = model.call(prompt(request));
        } catch (RuntimeException e) {
            throw ForeignFailures.explain(description, e);
        }
        Generation generation = response == null ? null : response.getResult();
        if (generation == null || generation.getOutput() == null) {
            throw new ScoringException("BAD_REPLY", description + " answered nothing");
        }
        String finish = generation.getMetadata().getFinishReason();
        return ChatReply.of(Objects.requireNonNullElse(generation.getOutput().getText(), ""))
                .withFinish(finish == null ? FinishReason.OTHER : ForeignFailures.finish(finish), finish)
                .withUsage(usage(response.getMetadata().getUsage()))
                .withOrigin(
                        notBlank(response.getMetadata().getModel()),
                        notBlank(response.getMetadata().getId()))
                .withNotes(notes(request));
    }

    @Override
    public String toString() {
        return "chat model " + description;
    }

    private static Prompt prompt(ChatRequest request) {
        List<Message> messages = SchemaPrompt.describedIn(request).stream()
                .map(SpringAiChat::message)
                .toList();
        ChatOptions.Builder options = ChatOptions.builder();
        Sampling sampling = request.sampling();
        if (sampling.temperature() != null) {
            options.temperature(sampling.temperature());
        }
        if (sampling.maxOutputTokens() != null) {
            options.maxTokens(sampling.maxOutputTokens());
        }
        return new Prompt(messages, options.build());
    }

    private static Message message(ChatMessage message) {
        return switch (message.role()) {
            case SYSTEM -> new SystemMessage(message.text());
            case USER -> new UserMessage(message.text());
            case ASSISTANT -> new AssistantMessage(message.text());
        };
    }

    private static List<String> notes(ChatRequest request) {
        List<String> notes = new ArrayList<>();
        if (request.sampling().seed() != null) {
            notes.add("seed not sent: Spring AI has no common word for it");
        }
        if (request.sampling().topLogprobs() != null) {
            notes.add("logprobs not asked for: Spring AI has no common word for them");
        }
        if (request.output() != null) {
            notes.add("output form only described in the prompt: Spring AI has no common word for it");
        }
        return notes;
    }

    /** Where a provider reports nothing, Spring AI says 0 of everything, which is not what we say. */
    private static Usage usage(org.springframework.ai.chat.metadata.@Nullable Usage usage) {
        return usage == null || usage instanceof EmptyUsage || isEmpty(usage)
                ? Usage.UNKNOWN
                : new Usage(count(usage.getPromptTokens()), count(usage.getCompletionTokens()));
    }

    private static boolean isEmpty(org.springframework.ai.chat.metadata.Usage usage) {
        Long input = count(usage.getPromptTokens());
        Long output = count(usage.getCompletionTokens());
        return (input == null || input == 0) && (output == null || output == 0);
    }

    private static @Nullable Long count(@Nullable Integer tokens) {
        return tokens == null || tokens < 0 ? null : Long.valueOf(tokens);
    }

    private static @Nullable String notBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
