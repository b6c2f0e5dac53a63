package dev.junitllm.judge.embedding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.judge.http.BaseUrl;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.judge.http.HttpOptions;
import dev.junitllm.judge.http.JsonEndpoint;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.embedding.EmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An embedding model behind {@code POST …/embeddings} as OpenAI describes it, and Ollama, vLLM, LM Studio, Text Embeddings
 * Inference and many gateways serve it. Made by the settings {@code junit.llm.embedding.*}, or by {@link #builder}:
 *
 * <pre>{@code
 * OpenAiEmbeddings.builder("http://localhost:11434/v1", "nomic-embed-text").build()
 * }</pre>
 *
 * <p>Its {@link #id()} is the model's name, with the number of dimensions where one was asked for, and not the address: a
 * model of the same name on another server is taken for the same.
 *
 * <p>Errors are {@link ScoringException}s of the kinds of {@link JsonEndpoint#post}, and {@code TEXT_TOO_LONG}. Safe for use
 * by several threads.
 */
public final class OpenAiEmbeddings implements EmbeddingModel, AutoCloseable {

    private final String model;
    private final int dimensions;
    private final int batchSize;
    private final int maxCharacters;
    private final JsonEndpoint endpoint;

    private OpenAiEmbeddings(Builder builder) {
        this.model = builder.model;
        this.dimensions = builder.dimensions;
        this.batchSize = builder.batchSize;
        this.maxCharacters = builder.maxCharacters;
        this.endpoint = new JsonEndpoint(
                builder.baseUrl.newBuilder().addPathSegment("embeddings").build(), builder.options());
    }

    /**
     * Starts a client.
     *
     * @param baseUrl the address before {@code /embeddings}, such as {@code http://localhost:11434/v1}
     * @param model the model, as the server calls it
     * @return a builder
     * @throws dev.junitllm.ConfigurationException where the address is none
     */
    public static Builder builder(String baseUrl, String model) {
        return builder(BaseUrl.of("baseUrl", baseUrl), model);
    }

    static Builder builder(HttpUrl baseUrl, String model) {
        return new Builder(baseUrl, model);
    }

    @Override
    public String id() {
        return model + (dimensions == 0 ? "" : "@" + dimensions);
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ScoringException {
        for (String text : texts) {
            if (text.length() > maxCharacters) {
                throw new ScoringException(
                        "TEXT_TOO_LONG",
                        "a text of %s characters is too long to embed: %s allows %s"
                                .formatted(text.length(), EmbeddingKeys.MAX_CHARACTERS.name(), maxCharacters));
            }
        }
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += batchSize) {
            List<String> batch = texts.subList(from, Math.min(texts.size(), from + batchSize));
            vectors.addAll(new EmbeddingReply(endpoint, endpoint.post(request(batch))).vectors(batch.size()));
        }
        return checkDimensions(vectors);
    }

    /** Lets go of connections, unless the client is the user's. */
    @Override
    public void close() {
        endpoint.close();
    }

    @Override
    public String toString() {
        return "embedding model " + id();
    }

    private ObjectNode request(List<String> texts) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("model", model);
        ArrayNode input = request.putArray("input");
        texts.forEach(input::add);
        request.put("encoding_format", "float");
        if (dimensions != 0) {
            request.put("dimensions", dimensions);
        }
        return request;
    }

    private List<float[]> checkDimensions(List<float[]> vectors) throws ScoringException {
        for (float[] vector : vectors) {
            if (dimensions != 0 && vector.length != dimensions) {
                throw endpoint.badReply(
                        "answered vectors of %s dimensions instead of the %s asked for; the model may have a fixed number"
                                .formatted(vector.length, dimensions));
            }
        }
        return vectors;
    }

    /** What a client is made of. Not safe for use by several threads. */
    public static final class Builder {

        private final HttpUrl baseUrl;
        private final String model;
        private @Nullable ApiKey apiKey;
        private @Nullable OkHttpClient client;
        private int dimensions;
        private int batchSize = Integer.parseInt(EmbeddingKeys.BATCH_SIZE.defaultValue());
        private int maxCharacters = Integer.parseInt(EmbeddingKeys.MAX_CHARACTERS.defaultValue());
        private Duration timeout = HttpLimits.DEFAULTS.attempt();
        private int retries = HttpLimits.DEFAULTS.retries();

        private Builder(HttpUrl baseUrl, String model) {
            this.baseUrl = baseUrl;
            this.model = model;
        }

        /**
         * Sends a key. Without one none is sent, whatever the environment holds.
         *
         * @param key sent as {@code Authorization: Bearer …}, to this server only
         * @return this
         */
        public Builder apiKey(ApiKey key) {
            this.apiKey = key;
            return this;
        }

        /**
         * Asks for fewer dimensions than the model has, where it can give them.
         *
         * @param number at least 1
         * @return this
         */
        public Builder dimensions(int number) {
            this.dimensions = atLeast1("dimensions", number);
            return this;
        }

        /**
         * Splits what is embedded into requests.
         *
         * @param number the most texts of one request, at least 1; 32 unless set, which is what most servers take
         * @return this
         */
        public Builder batchSize(int number) {
            this.batchSize = atLeast1("batchSize", number);
            return this;
        }

        /**
         * Limits the length of a text, for some servers cut long ones without a word.
         *
         * @param number the most characters of a text, at least 1; 32,768 unless set
         * @return this
         */
        public Builder maxCharacters(int number) {
            this.maxCharacters = atLeast1("maxCharacters", number);
            return this;
        }

        /**
         * Limits the time of an attempt.
         *
         * @param time above 0; one minute unless set
         * @return this
         */
        public Builder timeout(Duration time) {
            this.timeout = time;
            return this;
        }

        /**
         * Tries again after what may be over soon.
         *
         * @param number how often, at least 0; twice unless set
         * @return this
         */
        public Builder retries(int number) {
            this.retries = number;
            return this;
        }

        /**
         * Calls by a client of the user's, with its proxy, certificates and interceptors. Redirects are not followed and the
         * time limit of an attempt holds all the same.
         *
         * @param okHttpClient the client; left open
         * @return this
         */
        public Builder client(OkHttpClient okHttpClient) {
            this.client = okHttpClient;
            return this;
        }

        /**
         * Makes the client. Nothing is called yet.
         *
         * @return the embedding model
         */
        public OpenAiEmbeddings build() {
            return new OpenAiEmbeddings(this);
        }

        private HttpOptions options() {
            HttpOptions options = HttpOptions.create()
                    .withLimits(HttpLimits.DEFAULTS.withAttempt(timeout).withRetries(retries));
            options = apiKey == null ? options : options.withKey(apiKey);
            return client == null ? options : options.withClient(client);
        }

        private static int atLeast1(String what, int number) {
            if (number < 1) {
                throw new IllegalArgumentException("%s = %s: 1 is the least".formatted(what, number));
            }
            return number;
        }
    }
}
