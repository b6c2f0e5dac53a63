package dev.junitllm.judge.chat;

import dev.junitllm.judge.http.BaseUrl;
import dev.junitllm.judge.http.HttpOptions;
import dev.junitllm.judge.http.KeyHeader;
import okhttp3.HttpUrl;

/** Chat models behind Anthropic's {@code POST /v1/messages}. */
public final class AnthropicChat {

    static final HttpUrl ANTHROPIC = HttpUrl.get("https://api.anthropic.com");
    private static final String VERSION = "2023-06-01";

    private AnthropicChat() {}

    /**
     * Anthropic itself. A key goes into the header {@code x-api-key}, a token ({@link HttpOptions#withToken}) into {@code
     * Authorization}.
     *
     * @param model such as {@code claude-haiku-4-5}
     * @param options with the key or the token
     * @return the model
     */
    public static HttpChatModel anthropic(String model, HttpOptions options) {
        return at(ANTHROPIC, model, options);
    }

    /**
     * A gateway that speaks the same protocol.
     *
     * @param baseUrl the address before {@code /v1/messages}
     * @param model the model, as the gateway calls it
     * @param options with the key or the token
     * @return the model
     * @throws dev.junitllm.ConfigurationException where the address is none
     */
    public static HttpChatModel at(String baseUrl, String model, HttpOptions options) {
        return at(BaseUrl.of("baseUrl", baseUrl), model, options);
    }

    static HttpChatModel at(HttpUrl baseUrl, String model, HttpOptions options) {
        boolean endsWithVersion = baseUrl.pathSegments().stream().anyMatch(segment -> segment.equals("v1"));
        return new HttpChatModel(
                new AnthropicProtocol(model),
                baseUrl.newBuilder()
                        .addPathSegments(endsWithVersion ? "messages" : "v1/messages")
                        .build(),
                options.withHeader("anthropic-version", VERSION),
                options.sendsTokens() ? KeyHeader.BEARER : KeyHeader.named("x-api-key"),
                ChatModelDescription.of("anthropic", model));
    }
}
