package dev.junitllm.judge.embedding;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.RunScope;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.judge.http.BaseUrl;
import dev.junitllm.score.embedding.EmbeddingModel;
import dev.junitllm.score.embedding.EmbeddingModelProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.HttpUrl;

/** Makes the embedding model that the settings {@code junit.llm.embedding.*} describe. */
public final class ConfiguredEmbeddings implements EmbeddingModelProvider {

    private static final String OPENAI = "api.openai.com";

    /** Made by {@link java.util.ServiceLoader}. */
    public ConfiguredEmbeddings() {}

    @Override
    public Optional<EmbeddingModel> create(RunScope scope) {
        Configuration configuration = scope.configuration();
        Optional<String> model = configuration.text(EmbeddingKeys.MODEL);
        if (model.isEmpty()) {
            refuseSettingsWithoutModel(configuration);
            return Optional.empty();
        }
        HttpUrl baseUrl = BaseUrl.of(
                EmbeddingKeys.BASE_URL.name(),
                configuration.text(EmbeddingKeys.BASE_URL).orElseThrow());
        OpenAiEmbeddings.Builder builder = OpenAiEmbeddings.builder(baseUrl, model.get())
                .batchSize(number(configuration, EmbeddingKeys.BATCH_SIZE, 2_048))
                .maxCharacters(number(configuration, EmbeddingKeys.MAX_CHARACTERS, 1 << 30))
                .timeout(Duration.ofSeconds(number(configuration, EmbeddingKeys.TIMEOUT, 3_600)))
                .retries(
                        (int) configuration.number(EmbeddingKeys.RETRIES, 0, 20).orElseThrow());
        OptionalLong dimensions = configuration.number(EmbeddingKeys.DIMENSIONS, 1, 1 << 20);
        if (dimensions.isPresent()) {
            builder.dimensions((int) dimensions.getAsLong());
        }
        key(configuration, baseUrl).ifPresent(builder::apiKey);
        return Optional.of(builder.build());
    }

    /** Servers on one's own machine need none; OpenAI's key goes to OpenAI alone. */
    private static Optional<ApiKey> key(Configuration configuration, HttpUrl baseUrl) {
        Optional<ApiKey> own = configuration
                .secret(EmbeddingKeys.API_KEY)
                .map(value -> new ApiKey(EmbeddingKeys.API_KEY.environmentVariable(), value));
        boolean isOpenAi = baseUrl.isHttps() && baseUrl.host().equals(OPENAI);
        if (own.isPresent() || !isOpenAi) {
            return own;
        }
        String variable = EmbeddingKeys.OPENAI_API_KEY.environmentVariable();
        return Optional.of(configuration
                .secret(EmbeddingKeys.OPENAI_API_KEY)
                .map(value -> new ApiKey(variable, value))
                .orElseThrow(() -> new ConfigurationException(
                        "%s needs a key: set the environment variable %s or %s, or %s to a server that needs none"
                                .formatted(
                                        OPENAI,
                                        EmbeddingKeys.API_KEY.environmentVariable(),
                                        variable,
                                        EmbeddingKeys.BASE_URL.name()))));
    }

    private static int number(Configuration configuration, ConfigurationKey key, long most) {
        return (int) configuration.number(key, 1, most).orElseThrow();
    }

    private static void refuseSettingsWithoutModel(Configuration configuration) {
        Set<String> explicit = configuration.explicit().keySet();
        new EmbeddingKeys()
                .keys().stream()
                        .map(ConfigurationKey::name)
                        .filter(explicit::contains)
                        .findFirst()
                        .ifPresent(name -> {
                            throw new ConfigurationException("%s is set, but %s is not: which model is it?"
                                    .formatted(name, EmbeddingKeys.MODEL.name()));
                        });
    }
}
