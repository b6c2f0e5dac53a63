package dev.junitllm.trace.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who serves a model, by the host that is asked. */
final class Providers {

    private static final int OLLAMA = 11434;

    /** How hosts end, and OpenTelemetry's name for who is behind them. */
    private static final Map<String, String> BY_HOST = byHost();

    private Providers() {}

    private static Map<String, String> byHost() {
        Map<String, String> hosts = new HashMap<>();
        hosts.put("openai.azure.com", "azure.ai.openai");
        hosts.put("cognitiveservices.azure.com", "azure.ai.openai");
        hosts.put("services.ai.azure.com", "azure.ai.inference");
        hosts.put("openai.com", "openai");
        hosts.put("anthropic.com", "anthropic");
        hosts.put("generativelanguage.googleapis.com", GeminiPath.PROVIDER);
        hosts.put("aiplatform.googleapis.com", "gcp.vertex_ai");
        hosts.put("amazonaws.com", "aws.bedrock");
        hosts.put("cohere.com", "cohere");
        hosts.put("cohere.ai", "cohere");
        hosts.put("deepseek.com", "deepseek");
        hosts.put("groq.com", "groq");
        hosts.put("mistral.ai", "mistral_ai");
        hosts.put("moonshot.ai", "moonshot_ai");
        hosts.put("moonshot.cn", "moonshot_ai");
        hosts.put("perplexity.ai", "perplexity");
        hosts.put("x.ai", "x_ai");
        hosts.put("ollama.com", "ollama");
        return hosts;
    }

    /** The name of who is behind a host; whose form the call has where the host doesn't tell. */
    static String of(String host, int port, String form) {
        String end = host.toLowerCase(Locale.ROOT);
        while (!end.isEmpty()) {
            String known = BY_HOST.get(end);
            if (known != null) {
                return known;
            }
            end = afterFirstPart(end);
        }
        return port == OLLAMA ? "ollama" : form;
    }

    /** Vertex AI's hosts have the region before a hyphen: {@code us-central1-aiplatform.googleapis.com}. */
    private static String afterFirstPart(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) == '.' || host.charAt(i) == '-') {
                return host.substring(i + 1);
            }
        }
        return "";
    }
}
