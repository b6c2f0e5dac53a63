package dev.junitllm.judge.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.http.JsonEndpoint;
import dev.junitllm.score.ScoringException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an embeddings endpoint answered. The vectors are put in order by their {@code index}: servers need not keep to the order
 * of the texts. Vectors are arrays of numbers, or floats in Base64, least byte first, for servers that always send those.
 *
 * @param endpoint who answered
 * @param json what it answered
 */
record EmbeddingReply(JsonEndpoint endpoint, JsonNode json) {

    /** The vectors in the order of the texts. */
    List<float[]> vectors(int texts) throws ScoringException {
        JsonNode data = json.path("data");
        if (!data.isArray()) {
            throw endpoint.badReply("answered no list of embeddings 'data' but " + json);
        }
        if (data.size() != texts) {
            throw endpoint.badReply("answered %s embeddings for %s texts".formatted(data.size(), texts));
        }
        float[] @Nullable [] vectors = new float[texts][];
        Arrays.fill(vectors, null);
        for (JsonNode entry : data) {
            int index = index(entry, texts);
            if (vectors[index] != null) {
                throw endpoint.badReply("answered two embeddings of 'index' " + index);
            }
            vectors[index] = vector(entry.path("embedding"));
        }
        return List.of(vectors);
    }

    private int index(JsonNode entry, int texts) throws ScoringException {
        JsonNode index = entry.path("index");
        if (index.isMissingNode() && texts == 1) {
            return 0;
        }
        if (!index.isInt() || index.intValue() < 0 || index.intValue() >= texts) {
            throw endpoint.badReply(
                    "answered an embedding of 'index' %s, not one from 0 to %s; a server that doesn't number them needs %s = 1"
                            .formatted(index, texts - 1, EmbeddingKeys.BATCH_SIZE.name()));
        }
        return index.intValue();
    }

    private float[] vector(JsonNode embedding) throws ScoringException {
        if (embedding.isTextual()) {
            return decode(embedding.textValue());
        }
        if (!embedding.isArray() || embedding.isEmpty()) {
            throw endpoint.badReply("answered an 'embedding' that is no list of numbers: " + embedding);
        }
        float[] vector = new float[embedding.size()];
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = embedding.get(i);
            if (!number.isNumber()) {
                throw endpoint.badReply("answered an 'embedding' that holds %s at place %s".formatted(number, i));
            }
            vector[i] = number.floatValue();
        }
        return vector;
    }

    private float[] decode(String base64) throws ScoringException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw endpoint.badReply("answered an 'embedding' that is neither a list of numbers nor Base64: " + base64);
        }
        if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
            throw endpoint.badReply("answered an 'embedding' of %s bytes, which are no floats".formatted(bytes.length));
        }
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
