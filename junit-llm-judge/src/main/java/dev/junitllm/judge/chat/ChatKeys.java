package dev.junitllm.judge.chat;

import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.ConfigurationSecret;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the judges' models: of the one judge, and of each judge that has a name. */
public final class ChatKeys implements ConfigurationKeys {

    static final String PREFIX = "junit.llm.judge.";

    static final Setting PROVIDER = new Setting(
            "provider",
            "",
            "Whose protocol the judge's server speaks: `openai`, `azure`, `anthropic`, `gemini`, `ollama`,"
                    + " `openai-compatible`, or the name of a `ChatModelProvider`; `openai-compatible` where only a"
                    + " `base-url` is set, else `openai`.");

    static final Setting MODEL = new Setting(
            "model",
            "",
            "The judge's model, as its provider calls it, such as `gpt-4o-mini`; of Azure the name of the deployment.");

    static final Setting BASE_URL = new Setting(
            "base-url",
            "",
            "Where the judge's server is: the address before `/chat/completions`, `/v1/messages` or `/v1beta/models`,"
                    + " or Azure's resource; the provider's own unless set.");

    static final Setting API_VERSION =
            new Setting("api-version", "2024-10-21", "Azure's `api-version`, of the judge's server.");

    static final Setting CONNECT_TIMEOUT =
            new Setting("connect-timeout", "10", "The most seconds it may take to connect to the judge's server.");

    static final Setting TIMEOUT =
            new Setting("timeout", "60", "The most seconds one attempt to ask the judge's model may take.");

    static final Setting JUDGEMENT_TIMEOUT = new Setting(
            "judgement-timeout",
            "600",
            "The most seconds one judgement may take, which is one vote on one case: all questions to the judge's model"
                    + " with all attempts and waits.");

    static final Setting RETRIES = new Setting(
            "retries", "5", "How often a question to the judge's model is tried again after what may be over soon.");

    static final Setting CONCURRENCY = new Setting(
            "concurrency",
            "64",
            "How many questions at once go to the judge's server at most; fewer where it takes fewer, which is found"
                    + " out.");

    static final Setting MAX_OUTPUT_TOKENS = new Setting(
            "max-output-tokens",
            "",
            "How many tokens the judge's model may answer with at most; as many as its server allows unless set, but 4096"
                    + " of Anthropic, and of any where `junit.llm.max-cost` is set.");

    static final List<Setting> SETTINGS = List.of(
            PROVIDER,
            MODEL,
            BASE_URL,
            API_VERSION,
            CONNECT_TIMEOUT,
            TIMEOUT,
            JUDGEMENT_TIMEOUT,
            RETRIES,
            CONCURRENCY,
            MAX_OUTPUT_TOKENS);

    /** A judge that sets one of these takes over neither. */
    static final List<Setting> SERVERS = List.of(PROVIDER, BASE_URL);

    static final ConfigurationSecret API_KEY =
            new ConfigurationSecret("JUNIT_LLM_JUDGE_API_KEY", "The key of the judge's server, whichever that is.");

    static final ConfigurationSecret NAMED_API_KEY = new ConfigurationSecret(
            "JUNIT_LLM_JUDGE_<NAME>_API_KEY", "The key of the server of the judge of that name.");

    static final ConfigurationSecret OPENAI_API_KEY = new ConfigurationSecret(
            "OPENAI_API_KEY", "The key of `https://api.openai.com`, sent nowhere else, where no other is set.");

    static final ConfigurationSecret AZURE_API_KEY = new ConfigurationSecret(
            "AZURE_OPENAI_API_KEY", "The key of the resource of a judge of provider `azure`, where no other is set.");

    static final ConfigurationSecret ANTHROPIC_API_KEY = new ConfigurationSecret(
            "ANTHROPIC_API_KEY", "The key of `https://api.anthropic.com`, sent nowhere else, where no other is set.");

    static final ConfigurationSecret GEMINI_API_KEY = new ConfigurationSecret(
            "GEMINI_API_KEY",
            "The key of `https://generativelanguage.googleapis.com`, sent nowhere else, where no other is set.");

    /** Made by {@link java.util.ServiceLoader}. */
    public ChatKeys() {}

    @Override
    public List<ConfigurationKey> keys() {
        return Stream.concat(
                        SETTINGS.stream().map(setting -> setting.of("")),
                        SETTINGS.stream().map(Setting::ofAnyName))
                .toList();
    }

    @Override
    public List<ConfigurationSecret> secrets() {
        return List.of(API_KEY, NAMED_API_KEY, AZURE_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY);
    }

    /**
     * One thing that can be set for a judge.
     *
     * @param name the last part of the key
     * @param defaultValue what holds where nothing is set
     * @param description one sentence
     */
    record Setting(String name, String defaultValue, String description) {

        /** The key of a judge; of the one judge for an empty name. */
        ConfigurationKey of(String judge) {
            String middle = judge.isEmpty() ? "" : judge + ".";
            return new ConfigurationKey(PREFIX + middle + name, judge.isEmpty() ? defaultValue : "", description);
        }

        private ConfigurationKey ofAnyName() {
            return new ConfigurationKey(
                    PREFIX + "<name>." + name,
                    "",
                    "The same for the judge of that name; `" + PREFIX + name + "` unless set.");
        }
    }
}
