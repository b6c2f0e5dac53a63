package dev.junitllm.trace.springai;

import dev.junitllm.trace.recording.Reported;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;

/** The tokens of a call. Those of caches and of reasoning are told by the providers' own classes, or by Spring AI since 2.0. */
final class SpringAiUsage {

    private SpringAiUsage() {}

    static dev.junitllm.@Nullable Usage of(@Nullable Usage usage) {
        if (usage == null) {
            return null;
        }
        Long input = Reported.count(usage.getPromptTokens());
        Long output = Reported.count(usage.getCompletionTokens());
        if (isNothing(input) && isNothing(output)) {
            return null; // what isn't known is zero to Spring AI, but no call takes no tokens
        }
        Object own = usage.getNativeUsage();
        Long apart = Reported.count(own, "cacheReadInputTokens"); // Anthropic's
        Long written = Reported.count(own, "cacheCreationInputTokens");
        return new dev.junitllm.Usage(
                Reported.withCache(input, apart, written),
                output,
                Reported.first(
                        apart,
                        Reported.count(usage, "getCacheReadInputTokens"),
                        Reported.count(own, "promptTokensDetails", "cachedTokens")),
                Reported.first(written, Reported.count(usage, "getCacheWriteInputTokens")),
                Reported.first(
                        Reported.count(own, "completionTokenDetails", "reasoningTokens"),
                        Reported.count(own, "completionTokensDetails", "reasoningTokens")));
    }

    private static boolean isNothing(@Nullable Long count) {
        return count == null || count == 0;
    }
}
