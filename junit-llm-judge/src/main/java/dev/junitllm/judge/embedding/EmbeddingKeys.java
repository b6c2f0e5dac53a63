package dev.junitllm.judge.embedding;

import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.ConfigurationSecret;
import java.util.List;

/** The settings of the embedding model that every {@code @EmbeddingScore} uses unless it names one of its own. */
public final class EmbeddingKeys implements ConfigurationKeys {

    static final ConfigurationKey MODEL = new ConfigurationKey(
            "junit.llm.embedding.model",
            "",
            "The embedding model of `@EmbeddingScore`, as its server calls it, such as `text-embedding-3-small`.");

    static final ConfigurationKey BASE_URL = new ConfigurationKey(
            "junit.llm.embedding.base-url",
            "https://api.openai.com/v1",
            "Where the embedding model is: the address before `/embeddings` of any OpenAI-compatible server.");

    static final ConfigurationKey DIMENSIONS = new ConfigurationKey(
            "junit.llm.embedding.dimensions",
            "",
            "How many dimensions to ask the embedding model for, where it can give fewer than it has.");

    static final ConfigurationKey BATCH_SIZE = new ConfigurationKey(
            "junit.llm.embedding.batch-size", "32", "The most texts that one request for embeddings holds.");

    static final ConfigurationKey MAX_CHARACTERS = new ConfigurationKey(
            "junit.llm.embedding.max-characters",
            "32768",
            "The most characters of a text to embed; a longer one is an ERROR, for some servers cut it without a word.");

    static final ConfigurationKey TIMEOUT = new ConfigurationKey(
            "junit.llm.embedding.timeout", "60", "The most seconds one attempt of a request for embeddings may take.");

    static final ConfigurationKey RETRIES = new ConfigurationKey(
            "junit.llm.embedding.retries",
            "2",
            "How often a request for embeddings is tried again after what may be over soon.");

    static final ConfigurationSecret API_KEY =
            new ConfigurationSecret("JUNIT_LLM_EMBEDDING_API_KEY", "The key of the server of the embedding model.");

    static final ConfigurationSecret OPENAI_API_KEY = new ConfigurationSecret(
            "OPENAI_API_KEY", "The key of `https://api.openai.com`, sent nowhere else, where no other is set.");

    /** Made by {@link java.util.ServiceLoader}. */
    public EmbeddingKeys() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(MODEL, BASE_URL, DIMENSIONS, BATCH_SIZE, MAX_CHARACTERS, TIMEOUT, RETRIES);
    }

    @Override
    public List<ConfigurationSecret> secrets() {
        return List.of(API_KEY, OPENAI_API_KEY);
    }
}
