package dev.junitllm.score.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A model that counts letters; it takes down what it was asked. */
class Letters implements EmbeddingModel, AutoCloseable {

    final List<List<String>> asked = new ArrayList<>();
    final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public String id() {
        return "letters";
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        synchronized (asked) {
            asked.add(texts);
        }
        return texts.stream().map(Letters::vector).toList();
    }

    @Override
    public void close() {
        closed.set(true);
    }

    static float[] vector(String text) {
        float[] vector = new float[26];
        text.chars().filter(letter -> letter >= 'a' && letter <= 'z').forEach(letter -> vector[letter - 'a']++);
        return vector;
    }
}
