package dev.junitllm.trace.langchain4j;

import dev.junitllm.Usage;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a call. Those of caches and of reasoning are told by classes of the providers' modules, which are asked by the
 * names of their methods: those modules are the user's.
 */
final class TokenUsages {

    private TokenUsages() {}

    static @Nullable Usage of(@Nullable TokenUsage usage) {
        if (usage == null) {
            return null;
        }
        Long input = count(usage.inputTokenCount());
        Long read = count(said(usage, "cacheReadInputTokens"));
        Long written = count(said(usage, "cacheCreationInputTokens"));
        if (input != null && (read != null || written != null)) {
            input += (read == null ? 0 : read) + (written == null ? 0 : written); // Anthropic counts them apart
        }
        if (read == null) {
            read = count(said(said(usage, "inputTokensDetails"), "cachedTokens"));
        }
        Long reasoning = count(said(said(usage, "outputTokensDetails"), "reasoningTokens"));
        return new Usage(input, count(usage.outputTokenCount()), read, written, reasoning);
    }

    private static @Nullable Object said(@Nullable Object object, String method) {
        try {
            return object == null ? null : object.getClass().getMethod(method).invoke(object);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // not that provider
        }
    }

    private static @Nullable Long count(@Nullable Object value) {
        return value instanceof Number number && number.longValue() >= 0 ? number.longValue() : null;
    }
}
