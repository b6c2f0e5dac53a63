package dev.junitllm.judge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationCheck;
import dev.junitllm.ConfigurationException;
import dev.junitllm.RunScope;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModels;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.embedding.EmbeddingModel;
import dev.junitllm.score.embedding.EmbeddingModelProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ConfiguredEmbeddingsTest {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final String EMBEDDING = "junit.llm.embedding.";

    @Test
    void isFoundAndMakesNothingWithoutSettings() {
        assertThat(ServiceLoader.load(EmbeddingModelProvider.class)).hasOnlyElementsOfType(ConfiguredEmbeddings.class);
        assertThat(create(Map.of(), Map.of("OPENAI_API_KEY", "0123456789"))).isEmpty();
    }

    @Test
    void callsTheServerOfTheSettingsWithItsKey() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int i = 0; i < 2; i++) {
                server.enqueue(new MockResponse.Builder()
                        .body("{\"data\": [{\"embedding\": [1, 2]}]}")
                        .build());
            }
            Map<String, String> settings = Map.of(
                    EMBEDDING + "model", "nomic-embed-text",
                    EMBEDDING + "base-url", server.url("/v1").toString(),
                    EMBEDDING + "dimensions", "2",
                    EMBEDDING + "batch-size", "1");
            EmbeddingModel model = create(
                            settings,
                            Map.of(
                                    "JUNIT_LLM_EMBEDDING_API_KEY",
                                    " 0123456789\n",
                                    "OPENAI_API_KEY",
                                    "theirs-0123456789"))
                    .orElseThrow();

            assertThat(model.id()).isEqualTo("nomic-embed-text@2");
            assertThat(model.embed(List.of("a", "b"))).hasSize(2);
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer 0123456789");
        }
    }

    @Test
    void sendsTheKeyOfOpenAiNowhereElse() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body("{\"data\": [{\"embedding\": [1]}]}")
                    .build());
            Map<String, String> settings = Map.of(
                    EMBEDDING + "model",
                    "m",
                    EMBEDDING + "base-url",
                    server.url("/v1").toString());

            create(settings, Map.of("OPENAI_API_KEY", "0123456789"))
                    .orElseThrow()
                    .embed(List.of("a"));

            assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void asksForAKeyOfOpenAi() {
        Map<String, String> settings = Map.of(EMBEDDING + "model", "text-embedding-3-small");

        assertThat(create(settings, Map.of("OPENAI_API_KEY", "0123456789"))).isPresent();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> create(settings, Map.of("OPENAI_API_KEY", " ")))
                .withMessage("api.openai.com needs a key: set the environment variable JUNIT_LLM_EMBEDDING_API_KEY or"
                        + " OPENAI_API_KEY, or junit.llm.embedding.base-url to a server that needs none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base-url | localhost:11434 | junit.llm.embedding.base-url is 'localhost:11434', but must be an address",
                "batch-size | 0 | (or JUNIT_LLM_EMBEDDING_BATCH_SIZE) is '0', but must be a whole number from 1 to 2048",
                "dimensions | many | is 'many', but must be a whole number from 1",
                "timeout | 1.5 | is '1.5', but must be a whole number from 1 to 3600",
                "retries | -1 | is '-1', but must be a whole number from 0 to 20",
                "max-characters | 0 | is '0', but must be a whole number from 1",
            })
    void saysWhichSettingIsWrong(String name, String value, String message) {
        Map<String, String> settings = Map.of(EMBEDDING + "model", "m", EMBEDDING + name, value);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> create(settings, Map.of("OPENAI_API_KEY", "0123456789")))
                .withMessageContaining(message);
    }

    @Test
    void refusesSettingsWithoutAModel() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> create(Map.of(EMBEDDING + "base-url", "http://localhost:11434/v1"), Map.of()))
                .withMessage(
                        "junit.llm.embedding.base-url is set, but junit.llm.embedding.model is not: which model is it?");
    }

    @Test
    void readsTheKeyFromTheEnvironmentAlone() {
        ConfigurationCheck check = ConfigurationCheck.forKnownKeys();
        check.environment(List.of("JUNIT_LLM_EMBEDDING_API_KEY", "JUNIT_LLM_EMBEDDING_MODEL"));
        assertThat(check.problems()).isEmpty();

        check.parameters("the system properties", List.of("junit.llm.embedding.api-key"));
        assertThat(check.problems())
                .containsExactly(
                        "junit.llm.embedding.api-key is set in the system properties, but a secret is read from the"
                                + " environment alone: set JUNIT_LLM_EMBEDDING_API_KEY instead");
    }

    @Test
    void sharesTheLimitsOfItsHostWithTheJudgesOfTheRun() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(429)
                    .addHeader("retry-after-ms", Long.toString(PAUSE.toMillis()))
                    .build());
            server.enqueue(new MockResponse.Builder().code(400).build());
            String address = server.url("/v1").toString();
            Run run = new Run(
                    Map.of(
                            EMBEDDING + "model",
                            "e",
                            EMBEDDING + "base-url",
                            address,
                            EMBEDDING + "retries",
                            "0",
                            "junit.llm.judge.model",
                            "m",
                            "junit.llm.judge.base-url",
                            address),
                    Map.of());
            EmbeddingModel embeddings = new ConfiguredEmbeddings().create(run).orElseThrow();
            ChatModel judge = ChatModels.of(run).model();
            long began = System.nanoTime();

            assertThatThrownBy(() -> embeddings.embed(List.of("a"))).hasMessageContaining("429");
            assertThatThrownBy(() -> judge.chat(ChatRequest.of(ChatMessage.user("a"))))
                    .hasMessageContaining("400");

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("the judge leaves alone the server that asked the embedding model to wait")
                    .isGreaterThanOrEqualTo(PAUSE);
        }
    }

    private static Optional<EmbeddingModel> create(Map<String, String> settings, Map<String, String> environment) {
        return new ConfiguredEmbeddings().create(new Run(settings, environment));
    }

    private static final class Run implements RunScope {

        private final Configuration configuration;
        private final Map<Class<?>, Object> shared = new HashMap<>();

        Run(Map<String, String> settings, Map<String, String> environment) {
            this.configuration = Configuration.of(key -> Optional.ofNullable(settings.get(key)), environment);
        }

        @Override
        public Configuration configuration() {
            return configuration;
        }

        @Override
        public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
            if (!shared.containsKey(key)) {
                shared.put(key, create.get());
            }
            return key.cast(shared.get(key));
        }
    }
}
