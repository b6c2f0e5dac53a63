package dev.junitllm.score.embedding;

import dev.junitllm.Actual;
import dev.junitllm.Decimals;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How near the output's meaning is to that of an acceptable answer, as an embedding model sees it: the cosine of the angle
 * between their vectors, a · b / (|a| |b|), from 0 to 1. A negative cosine counts as 0: for texts, "opposite" is no worse
 * than "unrelated". Of several acceptable answers the nearest counts. A text and itself score 1.
 *
 * <p>What counts as near differs from model to model: many give 0.7 to unrelated texts. So there is no bar that fits all
 * (look at the scores of good and bad answers first), and the model's id belongs to the fingerprint.
 *
 * <p>An output of nothing but white space can't be read: it scores 0, negated too, and is not sent to the model; such an acceptable answer is an ERROR of kind
 * {@code EMPTY_REFERENCE}. A vector of zeros has no direction and is an ERROR ({@code ZERO_VECTOR}), as are vectors that
 * hold NaN or infinities ({@code VECTOR_NOT_FINITE}), are empty ({@code NO_VECTOR}), differ in length
 * ({@code VECTOR_DIMENSIONS}) or are too many or few ({@code VECTOR_COUNT}); what the model throws is
 * {@code EMBEDDING_FAILED} unless it is a {@link ScoringException} of another kind.
 *
 * <p>The vectors of acceptable answers are kept and shared by all cases; those of outputs are not.
 */
public final class EmbeddingSimilarity implements Scorer {

    private static final String NAME = "embedding-similarity";
    private static final int SHOWN = 60;

    private final EmbeddingModel model;
    private final AnswerVectors answerVectors;

    EmbeddingSimilarity(EmbeddingModel model, AnswerVectors answerVectors) {
        this.model = model;
        this.answerVectors = answerVectors;
    }

    /**
     * The metric by a model.
     *
     * @param model embeds the texts
     * @return the scorer
     * @throws IllegalArgumentException where the model's id is blank
     */
    public static EmbeddingSimilarity by(EmbeddingModel model) {
        return by(model, new AnswerVectors());
    }

    static EmbeddingSimilarity by(EmbeddingModel model, AnswerVectors answerVectors) {
        if (model.id().isBlank()) {
            throw new IllegalArgumentException(
                    "the id of embedding model %s is blank: it belongs to the scores' fingerprint"
                            .formatted(model.getClass().getName()));
        }
        return new EmbeddingSimilarity(model, answerVectors);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<String> answers = golden.acceptableAnswers();
        if (answers.stream().anyMatch(String::isBlank)) {
            throw new ScoringException(
                    "EMPTY_REFERENCE",
                    "%s: an entry of its %s is blank: there is no meaning to compare the output with"
                            .formatted(golden.describe(), GoldenPart.ANSWER.fields()));
        }
        String output = actual.output();
        if (output.isBlank()) {
            return Score.unreadable("the output is blank: it has no meaning to compare");
        }
        List<double[]> vectors = answerVectors.with(model, answers, output);
        double[] ofOutput = vectors.get(answers.size());
        int nearest = 0;
        double best = cosine(ofOutput, vectors.get(0));
        for (int i = 1; i < answers.size(); i++) {
            double cosine = cosine(ofOutput, vectors.get(i));
            if (cosine > best) {
                best = cosine;
                nearest = i;
            }
        }
        return Score.of(Math.max(0, best), reason(best, answers.get(nearest))).withDetails(Map.of("cosine", best));
    }

    private String reason(double cosine, String answer) {
        return "cosine %s%s to '%s' by %s"
                .formatted(
                        Decimals.show(cosine),
                        cosine < 0 ? ", counted as 0," : "",
                        Printable.line(answer, SHOWN),
                        Printable.line(model.id(), SHOWN));
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(NAME, Map.of("model", model.id()));
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private double cosine(double[] output, double[] answer) throws ScoringException {
        if (output.length != answer.length) {
            throw new ScoringException(
                    "VECTOR_DIMENSIONS",
                    "%s gave a vector of %s dimensions for the output and one of %s for an acceptable answer"
                            .formatted(CheckedVectors.name(model), output.length, answer.length));
        }
        return Cosine.of(output, answer);
    }
}
