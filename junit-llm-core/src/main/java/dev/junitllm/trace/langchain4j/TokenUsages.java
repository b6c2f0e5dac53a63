package dev.junitllm.trace.langchain4j;

import dev.junitllm.Usage;
import dev.junitllm.trace.recording.Reported;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** The tokens of a call. Those of caches and of reasoning are told by classes of the providers' modules. */
final class TokenUsages {

    private TokenUsages() {}

    static @Nullable Usage of(@Nullable TokenUsage usage) {
        if (usage == null) {
            return null;
        }
        Long apart = Reported.count(usage, "cacheReadInputTokens"); // Anthropic's
        Long written = Reported.count(usage, "cacheCreationInputTokens");
        return new Usage(
                Reported.withCache(Reported.count(usage.inputTokenCount()), apart, written),
                Reported.count(usage.outputTokenCount()),
                Reported.first(apart, Reported.count(usage, "inputTokensDetails", "cachedTokens")),
                written,
                Reported.count(usage, "outputTokensDetails", "reasoningTokens"));
    }
}
