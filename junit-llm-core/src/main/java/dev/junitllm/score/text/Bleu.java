package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.SetFigures.FigureTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * BLEU (Papineni et al. 2002), computed as sacreBLEU does (Post 2018, arXiv:1804.08771): the geometric mean of the shares of
 * the output's n-grams of 1 to 4 words that an acceptable answer has too, times a penalty for being shorter than the answer
 * whose length is nearest. Tokenizer 13a, case counts, exponential smoothing. From 0 to 1, where sacreBLEU prints 0 to 100.
 *
 * <p>A case's score is sentence BLEU with effective order: orders that the output is too short for are left out. Over the
 * whole set there is corpus BLEU, from the sums of the counts, without effective order: it is no mean of the cases. The
 * details hold the counts, {@code sharedNGrams} and {@code outputNGrams} by order, {@code outputWords} and
 * {@code answerWords}. The description, and the figures over the set, hold the signature. For other options use
 * {@link BleuScore}.
 *
 * <p>An output that shares no n-gram scores 0, whatever the smoothing. A case of which no acceptable answer has a word is an
 * ERROR of kind {@code EMPTY_REFERENCE}.
 */
public final class Bleu extends AnswerMetric {

    private static final String CORPUS = "corpus BLEU";

    private final BleuSettings settings;

    /** Makes the metric. */
    public Bleu() {
        this(BleuSettings.USUAL);
    }

    Bleu(BleuSettings settings) {
        super(ScorerDescription.of("bleu", settings.parameters()));
        this.settings = settings;
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        Vocabulary<String> vocabulary = new Vocabulary<>();
        List<int[]> texts = new ArrayList<>();
        texts.add(vocabulary.numbers(BleuWords.of(actual.output(), settings)));
        for (String answer : golden.acceptableAnswers()) {
            texts.add(vocabulary.numbers(BleuWords.of(answer, settings)));
        }
        if (texts.stream().skip(1).allMatch(answer -> answer.length == 0)) {
            throw new ScoringException(
                    "EMPTY_REFERENCE", "%s: no acceptable answer holds a word".formatted(golden.describe()));
        }
        BleuFigures figures = BleuFigures.of(BleuCounts.of(texts, settings.maxOrder()), settings);
        return Score.of(figures.value(), figures.toString())
                .withDetails(figures.counts().details());
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return Optional.of(this::corpus);
    }

    private SetFigures corpus(List<SetAggregation.Taken> taken) {
        BleuSettings ofCorpus = settings.forCorpus();
        BleuFigures corpus = taken.stream()
                .map(score -> BleuCounts.from(score.details()))
                .reduce(BleuCounts::plus)
                .map(counts -> BleuFigures.of(counts, ofCorpus))
                .orElseThrow();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(CORPUS, corpus.value());
        figures.put("brevity penalty", corpus.brevity());
        for (int i = 0; i < corpus.precisions().size(); i++) {
            figures.put(
                    (i + 1) + "-gram precision", Math.min(1, corpus.precisions().get(i)));
        }
        FigureTable signature = new FigureTable(
                CORPUS,
                List.of("signature", "words of the outputs", "words of the answers"),
                List.of(List.of(
                        ofCorpus.signature(),
                        Long.toString(corpus.counts().outputLength()),
                        Long.toString(corpus.counts().answerLength()))));
        return new SetFigures(CORPUS, figures, List.of(signature));
    }
}
