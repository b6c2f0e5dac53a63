package dev.junitllm.trace.langchain4j;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's names of LangChain4j's providers, by their names: other versions know others. */
final class ProviderNames {

    private ProviderNames() {}

    /** The name; {@code null} where the model doesn't say. */
    static @Nullable String of(@Nullable ModelProvider provider) {
        return provider == null ? null : of(provider.name());
    }

    private static @Nullable String of(String provider) {
        return switch (provider) {
            case "OTHER" -> null;
            case "OPEN_AI" -> "openai";
            case "AMAZON_BEDROCK" -> "aws.bedrock";
            case "AZURE_OPEN_AI" -> "azure.ai.openai";
            case "GITHUB_MODELS", "MICROSOFT_FOUNDRY" -> "azure.ai.inference";
            case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
            case "GOOGLE_GENAI" -> "gcp.gen_ai";
            case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
            case "WATSONX" -> "ibm.watsonx.ai";
            default -> provider.toLowerCase(Locale.ROOT);
        };
    }
}
