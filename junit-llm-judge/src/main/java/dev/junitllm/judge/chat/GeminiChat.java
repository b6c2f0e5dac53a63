package dev.junitllm.judge.chat;

import dev.junitllm.judge.http.BaseUrl;
import dev.junitllm.judge.http.HttpOptions;
import dev.junitllm.judge.http.KeyHeader;
import okhttp3.HttpUrl;

/** Chat models behind Gemini's {@code POST …:generateContent}. */
public final class GeminiChat {

    static final HttpUrl GEMINI = HttpUrl.get("https://generativelanguage.googleapis.com");

    private GeminiChat() {}

    /**
     * Google's Gemini API. A key goes into the header {@code x-goog-api-key}, a token ({@link HttpOptions#withToken}) into
     * {@code Authorization}.
     *
     * @param model such as {@code gemini-2.5-flash}
     * @param options with the key or the token
     * @return the model
     */
    public static HttpChatModel gemini(String model, HttpOptions options) {
        return at(GEMINI, model, options);
    }

    /**
     * Another server of the same protocol.
     *
     * @param baseUrl the address before {@code /v1beta/models}
     * @param model the model
     * @param options with the key or the token
     * @return the model
     * @throws dev.junitllm.ConfigurationException where the address is none
     */
    public static HttpChatModel at(String baseUrl, String model, HttpOptions options) {
        return at(BaseUrl.of("baseUrl", baseUrl), model, options);
    }

    static HttpChatModel at(HttpUrl baseUrl, String model, HttpOptions options) {
        String name = model.startsWith("models/") ? model.substring("models/".length()) : model;
        HttpUrl url = baseUrl.newBuilder()
                .addPathSegments("v1beta/models")
                .addPathSegment(name + ":generateContent")
                .build();
        return new HttpChatModel(
                new GeminiProtocol(),
                url,
                options,
                options.sendsTokens() ? KeyHeader.BEARER : KeyHeader.named("x-goog-api-key"),
                ChatModelDescription.of("gemini", name));
    }
}
