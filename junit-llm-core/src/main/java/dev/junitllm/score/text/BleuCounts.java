package dev.junitllm.score.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What BLEU is computed from: sums over sentences, so that a corpus has a score of its own.
 *
 * @param shared for each order from 1 on, the n-grams of the output that an answer has too, each as often as the answer that
 *     has it most
 * @param total for each order, the n-grams of the output
 * @param outputLength words of the output
 * @param answerLength words of the answer whose length is nearest, the shorter of two as near
 */
record BleuCounts(List<Long> shared, List<Long> total, long outputLength, long answerLength) {

    /**
     * Counts in one output.
     *
     * @param texts the output's words, then those of each answer
     */
    static BleuCounts of(List<int[]> texts, int maxOrder) {
        List<Long> shared = new ArrayList<>();
        List<Long> total = new ArrayList<>();
        NGrams grams = NGrams.of(texts);
        for (int order = 1; order <= maxOrder; order++) {
            grams = order == 1 ? grams : grams.longer();
            shared.add((long) NGrams.shared(grams.counts(0), most(grams, texts.size())));
            total.add((long) grams.total(0));
        }
        return new BleuCounts(shared, total, texts.get(0).length, nearestLength(texts));
    }

    BleuCounts plus(BleuCounts other) {
        return new BleuCounts(
                CountLists.sum(shared, other.shared),
                CountLists.sum(total, other.total),
                outputLength + other.outputLength,
                answerLength + other.answerLength);
    }

    Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sharedNGrams", shared);
        details.put("outputNGrams", total);
        details.put("outputWords", outputLength);
        details.put("answerWords", answerLength);
        return details;
    }

    /** Reads what {@link #details()} wrote. */
    static BleuCounts from(Map<String, Object> details) {
        return new BleuCounts(
                CountLists.of(details, "sharedNGrams"),
                CountLists.of(details, "outputNGrams"),
                CountLists.number(details, "outputWords"),
                CountLists.number(details, "answerWords"));
    }

    private static int[] most(NGrams grams, int texts) {
        int[] most = grams.counts(1);
        for (int i = 2; i < texts; i++) {
            int[] counts = grams.counts(i);
            for (int gram = 0; gram < most.length; gram++) {
                most[gram] = Math.max(most[gram], counts[gram]);
            }
        }
        return most;
    }

    private static int nearestLength(List<int[]> texts) {
        int length = texts.get(0).length;
        int nearest = texts.get(1).length;
        for (int[] answer : texts.subList(2, texts.size())) {
            int difference = Math.abs(answer.length - length) - Math.abs(nearest - length);
            if (difference < 0 || (difference == 0 && answer.length < nearest)) {
                nearest = answer.length;
            }
        }
        return nearest;
    }
}
