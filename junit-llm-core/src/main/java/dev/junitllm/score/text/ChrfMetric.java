package dev.junitllm.score.text;

import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** chrF with n-grams of words besides, or without. */
abstract class ChrfMetric extends BestAnswerMetric {

    private static final int CHARACTER_ORDER = 6;

    private final String corpus;
    private final int wordOrder;

    ChrfMetric(String name, String corpus, int wordOrder) {
        super(ScorerDescription.of(name, Map.of("signature", "case:mixed|eff:yes|nc:6|nw:" + wordOrder + "|space:no")));
        this.corpus = corpus;
        this.wordOrder = wordOrder;
    }

    @Override
    final Comparer of(String output) {
        return answer -> {
            ChrfCounts counts = ChrfCounts.of(List.of(characters(output), characters(answer)), CHARACTER_ORDER);
            if (counts.inAnswer().get(0) == 0) {
                return Optional.empty();
            }
            return Optional.of(wordOrder == 0 ? counts : counts.and(words(output, answer)));
        };
    }

    @Override
    final String needed() {
        return "a character besides white space";
    }

    @Override
    public final Optional<SetAggregation> aggregation() {
        return Optional.of(this::corpus);
    }

    private SetFigures corpus(List<SetAggregation.Taken> taken) {
        ChrfCounts sum = taken.stream()
                .map(score -> ChrfCounts.from(score.details()))
                .reduce(ChrfCounts::plus)
                .orElseThrow();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(corpus, sum.value());
        figures.put("precision", sum.precision());
        figures.put("recall", sum.recall());
        return new SetFigures(corpus, figures, List.of());
    }

    private ChrfCounts words(String output, String answer) {
        Vocabulary<String> vocabulary = new Vocabulary<>();
        return ChrfCounts.of(List.of(vocabulary.numbers(words(output)), vocabulary.numbers(words(answer))), wordOrder);
    }

    private static int[] characters(String text) {
        return text.codePoints()
                .filter(codePoint -> !CodePoints.isSpace(codePoint))
                .toArray();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : WordRule.runs(text, false)) {
            int last = word.offsetByCodePoints(word.length(), -1);
            if (last == 0) {
                words.add(word);
            } else if (CodePoints.isAsciiPunctuation(word.charAt(last))) {
                words.add(word.substring(0, last));
                words.add(word.substring(last));
            } else if (CodePoints.isAsciiPunctuation(word.charAt(0))) {
                words.add(word.substring(0, 1));
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
