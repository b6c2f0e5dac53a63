package dev.junitllm.judge.chat;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationSecret;
import dev.junitllm.judge.http.ApiKey;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Finds the key of a judge's server, in the environment alone. A provider's usual variable goes to the provider's own server
 * and nowhere else.
 *
 * @param configuration all settings
 * @param server the name of the judge whose server it is, or an empty text
 * @param judge the name of the judge, or an empty text
 */
record ConfiguredKey(Configuration configuration, String server, String judge) {

    /** The variable of one judge. */
    static ConfigurationSecret own(String judge) {
        return judge.isEmpty()
                ? ChatKeys.API_KEY
                : new ConfigurationSecret(
                        "JUNIT_LLM_JUDGE_%s_API_KEY"
                                .formatted(judge.replace('-', '_').toUpperCase(Locale.ROOT)),
                        "");
    }

    /** The key, or nothing where the server needs none. */
    Optional<ApiKey> find(String provider, Optional<String> baseUrl) {
        return own().or(() -> usual(provider, baseUrl).flatMap(this::read));
    }

    /** Says which key is missing, where one is needed. */
    Optional<ConfigurationException> lacking(String provider, Optional<String> baseUrl) {
        return isThere(provider, baseUrl)
                ? Optional.empty()
                : usual(provider, baseUrl).map(secret -> missing(provider, secret));
    }

    /** Whether there is a key, or none is needed. */
    boolean isThere(String provider, Optional<String> baseUrl) {
        return own().isPresent()
                || usual(provider, baseUrl)
                        .map(usual -> read(usual).isPresent())
                        .orElse(true);
    }

    private Optional<ApiKey> own() {
        return Stream.of(judge, server)
                .distinct()
                .map(ConfiguredKey::own)
                .flatMap(secret -> read(secret).stream())
                .findFirst();
    }

    private Optional<ApiKey> read(ConfigurationSecret secret) {
        return configuration.secret(secret).map(value -> new ApiKey(secret.environmentVariable(), value));
    }

    private ConfigurationException missing(String provider, ConfigurationSecret usual) {
        return new ConfigurationException(
                "the judge%s of provider %s needs a key: set the environment variable %s or %s"
                        .formatted(
                                judge.isEmpty() ? "" : " '" + judge + "'",
                                provider,
                                own(judge).environmentVariable(),
                                usual.environmentVariable()));
    }

    private static Optional<ConfigurationSecret> usual(String provider, Optional<String> baseUrl) {
        return switch (provider) {
            case "openai" -> where(OpenAiChat.OPENAI, baseUrl, ChatKeys.OPENAI_API_KEY);
            case "anthropic" -> where(AnthropicChat.ANTHROPIC, baseUrl, ChatKeys.ANTHROPIC_API_KEY);
            case "gemini" -> where(GeminiChat.GEMINI, baseUrl, ChatKeys.GEMINI_API_KEY);
            case "azure" -> Optional.of(ChatKeys.AZURE_API_KEY);
            default -> Optional.empty();
        };
    }

    private static Optional<ConfigurationSecret> where(
            HttpUrl own, Optional<String> baseUrl, ConfigurationSecret secret) {
        boolean isOwn = baseUrl.map(HttpUrl::parse)
                .map(url -> url.isHttps() && url.host().equals(own.host()))
                .orElse(true);
        return isOwn ? Optional.of(secret) : Optional.empty();
    }
}
