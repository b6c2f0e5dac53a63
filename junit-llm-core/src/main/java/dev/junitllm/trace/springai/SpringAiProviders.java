package dev.junitllm.trace.springai;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.observation.AiOperationMetadata;

/** OpenTelemetry's names of Spring AI's providers. */
final class SpringAiProviders {

    private SpringAiProviders() {}

    static @Nullable String of(@Nullable AiOperationMetadata metadata) {
        return metadata == null || metadata.provider() == null ? null : of(metadata.provider());
    }

    private static String of(String provider) {
        return switch (provider) {
            case "azure-openai" -> "azure.ai.openai";
            case "bedrock_converse", "bedrock" -> "aws.bedrock";
            case "google_genai_ai" -> "gcp.gen_ai";
            case "vertex_ai" -> "gcp.vertex_ai";
            default -> provider;
        };
    }
}
