package dev.junitllm.judge.chat;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.Printable;
import dev.junitllm.judge.http.BaseUrl;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.judge.http.HttpOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * One judge's settings. What is not set for a judge with a name holds as for the one without, but for the server: whoever sets
 * a provider or an address of its own takes over neither.
 *
 * @param configuration all settings
 * @param judge the judge's name, or an empty text
 */
record ConfiguredChat(Configuration configuration, String judge) {

    boolean hasModel() {
        return text(ChatKeys.MODEL).isPresent();
    }

    boolean isConfigured() {
        return hasModel() && key().isThere(provider(), server(ChatKeys.BASE_URL));
    }

    /** What has to be set before the model can be called; empty where nothing is missing. */
    Optional<ConfigurationException> lacking() {
        return hasModel() ? key().lacking(provider(), server(ChatKeys.BASE_URL)) : Optional.of(nothingConfigured());
    }

    ChatModel create() {
        ChatModel model = describing(); // finds what is wrong first, then what is missing
        lacking().ifPresent(lacking -> {
            throw lacking;
        });
        return model;
    }

    /** The model, even where it can't be called for want of a key: it knows how it is described. */
    ChatModel describing() {
        String model = text(ChatKeys.MODEL).orElseThrow(this::nothingConfigured);
        String provider = provider();
        return switch (provider) {
            case "openai" -> OpenAiChat.openAi(baseUrl(OpenAiChat.OPENAI), model, options(provider));
            case "openai-compatible" ->
                OpenAiChat.compatible(neededBaseUrl(provider), provider, model, options(provider));
            case "ollama" -> OpenAiChat.compatible(baseUrl(OpenAiChat.OLLAMA), provider, model, options(provider));
            case "azure" ->
                OpenAiChat.azure(
                        neededBaseUrl(provider),
                        model,
                        text(ChatKeys.API_VERSION).orElseThrow(),
                        options(provider));
            case "anthropic" -> AnthropicChat.at(baseUrl(AnthropicChat.ANTHROPIC), model, options(provider));
            case "gemini" -> GeminiChat.at(baseUrl(GeminiChat.GEMINI), model, options(provider));
            default -> fromElsewhere(provider, model);
        };
    }

    /** How many tokens an answer may have at most; empty where nothing is set. */
    OptionalInt outputLimit() {
        ConfigurationKey own = ChatKeys.MAX_OUTPUT_TOKENS.of(judge);
        ConfigurationKey key = configuration.text(own).isPresent() ? own : ChatKeys.MAX_OUTPUT_TOKENS.of("");
        OptionalLong limit = configuration.number(key, 1, 1_000_000);
        return limit.isPresent() ? OptionalInt.of((int) limit.getAsLong()) : OptionalInt.empty();
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(ChatKeys.PROVIDER.name(), provider());
        for (ChatKeys.Setting setting : ChatKeys.SETTINGS) {
            Optional<String> value = ChatKeys.SERVERS.contains(setting) ? server(setting) : text(setting);
            value.ifPresent(text -> settings.put(setting.name(), text));
        }
        return settings;
    }

    private String provider() {
        return server(ChatKeys.PROVIDER).orElse(server(ChatKeys.BASE_URL).isPresent() ? "openai-compatible" : "openai");
    }

    private ChatModel fromElsewhere(String provider, String model) {
        return ServiceLoader.load(ChatModelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(other -> other.name().equals(provider))
                .findFirst()
                .map(other -> other.create(model, configuration))
                .orElseThrow(() -> new ConfigurationException("%s is '%s', but must be one of %s"
                        .formatted(serverKey(ChatKeys.PROVIDER).name(), Printable.line(provider, 80), allProviders())));
    }

    private static String allProviders() {
        Stream<String> builtIn = Stream.of("openai", "azure", "anthropic", "gemini", "ollama", "openai-compatible");
        Stream<String> others = ServiceLoader.load(ChatModelProvider.class).stream()
                .map(other -> other.get().name())
                .sorted();
        return Stream.concat(builtIn, others).collect(Collectors.joining(", "));
    }

    private HttpUrl baseUrl(HttpUrl usual) {
        return server(ChatKeys.BASE_URL)
                .map(address -> BaseUrl.of(serverKey(ChatKeys.BASE_URL).name(), address))
                .orElse(usual);
    }

    private HttpUrl neededBaseUrl(String provider) {
        return server(ChatKeys.BASE_URL)
                .map(address -> BaseUrl.of(serverKey(ChatKeys.BASE_URL).name(), address))
                .orElseThrow(() -> new ConfigurationException("%s = %s needs %s: where is the server?"
                        .formatted(
                                serverKey(ChatKeys.PROVIDER).name(),
                                provider,
                                serverKey(ChatKeys.BASE_URL).name())));
    }

    private HttpOptions options(String provider) {
        HttpLimits limits = HttpLimits.DEFAULTS
                .withConnect(seconds(ChatKeys.CONNECT_TIMEOUT, 3_600))
                .withAttempt(seconds(ChatKeys.TIMEOUT, 3_600))
                .withCall(seconds(ChatKeys.JUDGEMENT_TIMEOUT, 86_400))
                .withRetries((int) number(ChatKeys.RETRIES, 0, 20));
        HttpOptions options =
                HttpOptions.create().withLimits(limits).withConcurrency((int) number(ChatKeys.CONCURRENCY, 1, 10_000));
        return key().find(provider, server(ChatKeys.BASE_URL))
                .map(options::withKey)
                .orElse(options);
    }

    private ConfiguredKey key() {
        return new ConfiguredKey(configuration, hasOwnServer() ? judge : "", judge);
    }

    private ConfigurationException nothingConfigured() {
        String key = ChatKeys.MODEL.of(judge).name();
        return new ConfigurationException(
                "no judge%s is configured: set %s (such as gpt-4o-mini) and, where it is not OpenAI's, %s"
                                .formatted(
                                        judge.isEmpty() ? "" : " '" + judge + "'",
                                        key,
                                        ChatKeys.PROVIDER.of(judge).name())
                        + " (openai, azure, anthropic, gemini, ollama, openai-compatible) or %s; its key goes into the environment variable %s; docs/models.md shows each"
                                .formatted(
                                        ChatKeys.BASE_URL.of(judge).name(),
                                        ConfiguredKey.own(judge).environmentVariable()));
    }

    /** A setting of this judge, else of the one without a name. */
    private Optional<String> text(ChatKeys.Setting setting) {
        return configuration.text(setting.of(judge)).or(() -> configuration.text(setting.of("")));
    }

    private Optional<String> server(ChatKeys.Setting setting) {
        return configuration.text(serverKey(setting));
    }

    private ConfigurationKey serverKey(ChatKeys.Setting setting) {
        return setting.of(hasOwnServer() ? judge : "");
    }

    private boolean hasOwnServer() {
        return ChatKeys.SERVERS.stream()
                .anyMatch(setting -> configuration.text(setting.of(judge)).isPresent());
    }

    private Duration seconds(ChatKeys.Setting setting, long most) {
        return Duration.ofSeconds(number(setting, 1, most));
    }

    private long number(ChatKeys.Setting setting, long least, long most) {
        ConfigurationKey own = setting.of(judge);
        ConfigurationKey key = configuration.text(own).isPresent() ? own : setting.of("");
        return configuration.number(key, least, most).orElseThrow();
    }
}
