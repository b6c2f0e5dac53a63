package dev.junitllm.score.embedding;

import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vectors a model answers with, refused where nothing can be compared with them. */
final class CheckedVectors {

    private static final int SHOWN = 60;

    private CheckedVectors() {}

    /** One vector for each text: finite numbers, not all of them 0. */
    static List<double[]> of(EmbeddingModel model, List<String> texts) throws ScoringException {
        List<float[]> vectors = ask(model, texts);
        if (vectors == null || vectors.size() != texts.size()) {
            throw new ScoringException(
                    "VECTOR_COUNT",
                    "%s was asked for %s vectors and gave %s"
                            .formatted(name(model), texts.size(), vectors == null ? "null" : vectors.size()));
        }
        List<double[]> checked = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            checked.add(check(model, texts.get(i), vectors.get(i)));
        }
        return checked;
    }

    /** As messages show it. */
    static String name(EmbeddingModel model) {
        return "embedding model " + Printable.line(model.id(), SHOWN);
    }

    private static @Nullable List<float[]> ask(EmbeddingModel model, List<String> texts) throws ScoringException {
        try {
            return model.embed(texts);
        } catch (RuntimeException e) {
            throw new ScoringException("EMBEDDING_FAILED", "%s failed: %s".formatted(name(model), e), e);
        }
    }

    private static double[] check(EmbeddingModel model, String text, float @Nullable [] vector)
            throws ScoringException {
        if (vector == null || vector.length == 0) {
            throw wrong("NO_VECTOR", model, text, "is empty");
        }
        double[] checked = new double[vector.length];
        boolean zero = true;
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isFinite(vector[i])) {
                throw wrong("VECTOR_NOT_FINITE", model, text, "holds %s at place %s".formatted(vector[i], i));
            }
            checked[i] = vector[i];
            zero &= vector[i] == 0;
        }
        if (zero) {
            throw wrong("ZERO_VECTOR", model, text, "is all zeros, which have no direction to compare");
        }
        return checked;
    }

    private static ScoringException wrong(String kind, EmbeddingModel model, String text, String what) {
        return new ScoringException(
                kind, "the vector of %s for '%s' %s".formatted(name(model), Printable.line(text, SHOWN), what));
    }
}
