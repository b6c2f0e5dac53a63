package dev.junitllm.judge.chat;

import dev.junitllm.judge.http.BaseUrl;
import dev.junitllm.judge.http.HttpOptions;
import dev.junitllm.judge.http.KeyHeader;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Chat models behind {@code POST …/chat/completions}, as OpenAI describes it and Azure, Ollama, vLLM, LM Studio and many
 * gateways serve it:
 *
 * <pre>{@code
 * OpenAiChat.compatible("http://localhost:8000/v1", "Qwen3-8B", HttpOptions.create())
 * }</pre>
 */
public final class OpenAiChat {

    static final HttpUrl OPENAI = HttpUrl.get("https://api.openai.com/v1");
    static final HttpUrl OLLAMA = HttpUrl.get("http://localhost:11434/v1");

    private OpenAiChat() {}

    /**
     * OpenAI itself.
     *
     * @param model such as {@code gpt-4o-mini}
     * @param options with the key
     * @return the model
     */
    public static HttpChatModel openAi(String model, HttpOptions options) {
        return openAi(OPENAI, model, options);
    }

    static HttpChatModel openAi(HttpUrl baseUrl, String model, HttpOptions options) {
        return at(baseUrl, "openai", model, OpenAiProtocol.NEW_LIMIT, options);
    }

    /**
     * Any other server that speaks the same protocol.
     *
     * @param baseUrl the address before {@code /chat/completions}, such as {@code http://localhost:8000/v1}
     * @param model the model, as the server calls it
     * @param options with the key, where the server wants one
     * @return the model
     * @throws dev.junitllm.ConfigurationException where the address is none
     */
    public static HttpChatModel compatible(String baseUrl, String model, HttpOptions options) {
        return compatible(BaseUrl.of("baseUrl", baseUrl), "openai-compatible", model, options);
    }

    static HttpChatModel compatible(HttpUrl baseUrl, String provider, String model, HttpOptions options) {
        return at(baseUrl, provider, model, OpenAiProtocol.OLD_LIMIT, options);
    }

    /**
     * Ollama on this machine.
     *
     * @param model such as {@code llama3.2}
     * @param options how to call it; it needs no key
     * @return the model
     */
    public static HttpChatModel ollama(String model, HttpOptions options) {
        return compatible(OLLAMA, "ollama", model, options);
    }

    /**
     * A deployment of Azure OpenAI. A key goes into the header {@code api-key}, a token ({@link HttpOptions#withToken}) into
     * {@code Authorization}.
     *
     * @param resourceUrl such as {@code https://example.openai.azure.com}
     * @param deployment the deployment's name, which stands for the model
     * @param apiVersion such as {@code 2024-10-21}
     * @param options with the key or the token
     * @return the model
     * @throws dev.junitllm.ConfigurationException where the address is none
     */
    public static HttpChatModel azure(String resourceUrl, String deployment, String apiVersion, HttpOptions options) {
        return azure(BaseUrl.of("resourceUrl", resourceUrl), deployment, apiVersion, options);
    }

    static HttpChatModel azure(HttpUrl resourceUrl, String deployment, String apiVersion, HttpOptions options) {
        HttpUrl url = resourceUrl
                .newBuilder()
                .addPathSegments("openai/deployments")
                .addPathSegment(deployment)
                .addPathSegments("chat/completions")
                .setQueryParameter("api-version", apiVersion)
                .build();
        return new HttpChatModel(
                new OpenAiProtocol(null, OpenAiProtocol.NEW_LIMIT),
                url,
                options,
                options.sendsTokens() ? KeyHeader.BEARER : KeyHeader.named("api-key"),
                new ChatModelDescription("azure", deployment, Map.of("api-version", apiVersion)));
    }

    private static HttpChatModel at(
            HttpUrl baseUrl, String provider, String model, String outputLimit, HttpOptions options) {
        return new HttpChatModel(
                new OpenAiProtocol(model, outputLimit),
                baseUrl.newBuilder().addPathSegments("chat/completions").build(),
                options,
                KeyHeader.BEARER,
                ChatModelDescription.of(provider, model));
    }
}
