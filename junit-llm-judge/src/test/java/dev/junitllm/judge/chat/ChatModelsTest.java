package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationCheck;
import dev.junitllm.ConfigurationException;
import dev.junitllm.RunScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ChatModelsTest {

    private static final String JUDGE = "junit.llm.judge.";
    private static final String REPLY = "{\"choices\": [{\"message\": {\"content\": \"Yes\"}}]}";

    private final ModelServer server = new ModelServer();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    ChatModelsTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysExactlyWhatToSetWhereNothingIs() {
        assertThat(models().isConfigured("")).isFalse();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> models().model())
                .withMessage(
                        "no judge is configured: set junit.llm.judge.model (such as gpt-4o-mini) and, where it is not"
                                + " OpenAI's, junit.llm.judge.provider (openai, azure, anthropic, gemini, ollama,"
                                + " openai-compatible) or junit.llm.judge.base-url; its key goes into the environment"
                                + " variable JUNIT_LLM_JUDGE_API_KEY; docs/models.md shows each");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> models().model("strict-one"))
                .withMessageStartingWith("no judge 'strict-one' is configured: set junit.llm.judge.strict-one.model")
                .withMessageContaining("JUNIT_LLM_JUDGE_STRICT_ONE_API_KEY");
    }

    @Test
    void callsTheServerOfTheSettingsWithItsKey() throws Exception {
        server.answer(REPLY);
        settings.put(JUDGE + "model", "qwen");
        settings.put(JUDGE + "base-url", server.url("/v1"));
        environment.put("JUNIT_LLM_JUDGE_API_KEY", " own-0123456789\n");
        environment.put("OPENAI_API_KEY", "theirs-0123456789");

        ChatModels models = models();
        assertThat(models.isConfigured("")).isTrue();
        assertThat(models.model()).isSameAs(models.model(""));
        assertThat(models.model().describe()).hasToString("openai-compatible/qwen");
        assertThat(models.model().chat(ModelServer.question()).text()).isEqualTo("Yes");
        assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer own-0123456789");
        models.close();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, /chat/completions, Authorization",
        "azure, /openai/deployments/m/chat/completions?api-version=2024-10-21, api-key",
        "anthropic, /v1/messages, x-api-key",
        "gemini, /v1beta/models/m:generateContent, x-goog-api-key",
        "ollama, /chat/completions, Authorization",
    })
    void speaksTheProtocolOfTheProvider(String provider, String target, String header) throws Exception {
        server.answer(400, "{}");
        settings.put(JUDGE + "provider", provider);
        settings.put(JUDGE + "model", "m");
        settings.put(JUDGE + "base-url", server.url("/"));
        environment.put("JUNIT_LLM_JUDGE_API_KEY", "own-0123456789");

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> models().model().chat(ModelServer.question()))
                .withMessageContaining("answered 400");
        var request = server.request();
        assertThat(request.getTarget()).isEqualTo(target);
        assertThat(request.getHeaders().get(header)).endsWith("own-0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI_API_KEY",
        "anthropic, ANTHROPIC_API_KEY",
        "gemini, GEMINI_API_KEY",
    })
    void asksForTheKeyOfAProviderAndSendsItToThatProviderAlone(String provider, String variable) throws Exception {
        settings.put(JUDGE + "provider", provider);
        settings.put(JUDGE + "model", "m");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> models().model())
                .withMessage(
                        "the judge of provider %s needs a key: set the environment variable JUNIT_LLM_JUDGE_API_KEY or %s"
                                .formatted(provider, variable));
        environment.put(variable, "theirs-0123456789");
        assertThat(models().model().describe()).hasToString(provider + "/m");

        server.answer(400, "{}");
        settings.put(JUDGE + "base-url", server.url("/"));
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> models().model().chat(ModelServer.question()));
        assertThat(server.request().getHeaders().toString()).doesNotContain("theirs");
    }

    @Test
    void isNotConfiguredWhereTheKeyIsMissing() {
        settings.put(JUDGE + "model", "m");
        settings.put(JUDGE + "local.base-url", "http://localhost:1");
        assertThat(models().isConfigured("")).isFalse();
        assertThat(models().isConfigured("strong")).isFalse();
        assertThat(models().isConfigured("local")).as("it needs none").isTrue();

        environment.put("JUNIT_LLM_JUDGE_STRONG_API_KEY", "strong-0123456789");
        assertThat(models().isConfigured("")).isFalse();
        assertThat(models().isConfigured("strong")).isTrue();
        environment.put("OPENAI_API_KEY", "theirs-0123456789");
        assertThat(models().isConfigured("")).isTrue();
    }

    @Test
    void judgesWithANameTakeOverWhatIsNotSetForThem() throws Exception {
        server.answer(REPLY);
        server.answer(REPLY);
        server.answer(REPLY);
        settings.put(JUDGE + "model", "small");
        settings.put(JUDGE + "base-url", server.url("/one"));
        settings.put(JUDGE + "strong.model", "large");
        settings.put(JUDGE + "other.base-url", server.url("/two"));
        environment.put("JUNIT_LLM_JUDGE_API_KEY", "own-0123456789");
        environment.put("JUNIT_LLM_JUDGE_STRONG_API_KEY", "strong-0123456789");
        ChatModels models = models();

        for (String judge : List.of("", "strong", "other")) {
            models.model(judge).chat(ModelServer.question());
        }

        var first = server.request();
        assertThat(first.getTarget()).isEqualTo("/one/chat/completions");
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer own-0123456789");
        var second = server.request();
        assertThat(second.getTarget()).isEqualTo("/one/chat/completions");
        assertThat(second.getBody().utf8()).startsWith("{\"model\":\"large\"");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer strong-0123456789");
        var third = server.request();
        assertThat(third.getTarget()).isEqualTo("/two/chat/completions");
        assertThat(third.getBody().utf8()).startsWith("{\"model\":\"small\"");
        assertThat(third.getHeaders().get("Authorization"))
                .as("the key of one server is sent to no other")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider | bard | junit.llm.judge.provider is 'bard', but must be one of openai, azure, anthropic,"
                        + " gemini, ollama, openai-compatible",
                "base-url | localhost:1 | junit.llm.judge.base-url is 'localhost:1', but must be an address",
                "timeout | 0 | is '0', but must be a whole number from 1 to 3600",
                "connect-timeout | x | is 'x', but must be a whole number from 1 to 3600",
                "judgement-timeout | 0 | is '0', but must be a whole number from 1 to 86400",
                "retries | 21 | is '21', but must be a whole number from 0 to 20",
                "concurrency | 0 | is '0', but must be a whole number from 1 to 10000",
                "provider | azure | junit.llm.judge.provider = azure needs junit.llm.judge.base-url: where is the"
                        + " server?",
            })
    void saysWhichSettingIsWrong(String name, String value, String message) {
        settings.put(JUDGE + "model", "m");
        settings.put(JUDGE + name, value);
        environment.put("OPENAI_API_KEY", "0123456789");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> models().model())
                .withMessageContaining(message);
        settings.put(JUDGE + "one." + name, value);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> models().model("one"))
                .withMessageContaining(message.replace("junit.llm.judge.", "junit.llm.judge.one."));
    }

    @Test
    void refusesNamesThatNoSettingCanHave() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> models().model("Strong One"))
                .withMessage("a judge's name in the settings is made of lower-case letters, digits and hyphens, unlike"
                        + " 'Strong One'");
    }

    @Test
    void everySettingIsKnownAndKeysComeFromTheEnvironmentAlone() {
        ConfigurationCheck check = ConfigurationCheck.forKnownKeys();
        check.parameters("the properties", List.of(JUDGE + "model", JUDGE + "strong.model", JUDGE + "strong.retries"));
        check.environment(List.of(
                "JUNIT_LLM_JUDGE_MODEL",
                "JUNIT_LLM_JUDGE_API_KEY",
                "JUNIT_LLM_JUDGE_STRONG_API_KEY",
                "JUNIT_LLM_JUDGE_STRONG_BASE_URL"));
        assertThat(check.problems()).isEmpty();

        check.parameters("the properties", List.of(JUDGE + "api-key", JUDGE + "strong.modle"));
        assertThat(check.problems())
                .containsExactly(
                        "junit.llm.judge.api-key is set in the properties, but a secret is read from the environment"
                                + " alone: set JUNIT_LLM_JUDGE_API_KEY instead",
                        "there is no setting junit.llm.judge.strong.modle, which is set in the properties: did you mean"
                                + " junit.llm.judge.<name>.model?");
    }

    private ChatModels models() {
        return ChatModels.of(new Scope(
                Configuration.of(key -> Optional.ofNullable(settings.get(key)), environment), new HashMap<>()));
    }

    private record Scope(Configuration configuration, Map<Class<?>, Object> things) implements RunScope {

        @Override
        public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
            Object thing = things.get(key);
            if (thing == null) {
                thing = create.get();
                things.put(key, thing);
            }
            return key.cast(thing);
        }
    }
}
