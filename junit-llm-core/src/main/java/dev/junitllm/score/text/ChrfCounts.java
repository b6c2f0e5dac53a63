package dev.junitllm.score.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What chrF is computed from: for each order of n-grams how many the output has, the answer has, and both share. An order of
 * which the answer has none has none of the output either.
 */
record ChrfCounts(List<Long> inOutput, List<Long> inAnswer, List<Long> shared) implements Comparison {

    /** How much more recall counts than precision, squared. */
    private static final double BETA_SQUARED = 4;

    /** Counts n-grams of output and answer, the first two sequences, up to an order. */
    static ChrfCounts of(List<int[]> texts, int maxOrder) {
        List<Long> inOutput = new ArrayList<>();
        List<Long> inAnswer = new ArrayList<>();
        List<Long> shared = new ArrayList<>();
        NGrams grams = NGrams.of(texts);
        for (int order = 1; order <= maxOrder; order++) {
            grams = order == 1 ? grams : grams.longer();
            inOutput.add(grams.total(1) == 0 ? 0L : grams.total(0));
            inAnswer.add((long) grams.total(1));
            shared.add((long) grams.shared(0, 1));
        }
        return new ChrfCounts(inOutput, inAnswer, shared);
    }

    /** These orders, and then those. */
    ChrfCounts and(ChrfCounts others) {
        return new ChrfCounts(
                joined(inOutput, others.inOutput), joined(inAnswer, others.inAnswer), joined(shared, others.shared));
    }

    ChrfCounts plus(ChrfCounts other) {
        return new ChrfCounts(
                CountLists.sum(inOutput, other.inOutput),
                CountLists.sum(inAnswer, other.inAnswer),
                CountLists.sum(shared, other.shared));
    }

    double precision() {
        return meanShare(inOutput);
    }

    double recall() {
        return meanShare(inAnswer);
    }

    @Override
    public double value() {
        double precision = precision();
        double recall = recall();
        return precision + recall == 0
                ? 0
                : Math.min(1, (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall));
    }

    @Override
    public String describe(String answer) {
        return String.format(
                Locale.ROOT, "precision %.2f, recall %.2f of n-grams against %s", precision(), recall(), answer);
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("outputNGrams", inOutput);
        details.put("answerNGrams", inAnswer);
        details.put("sharedNGrams", shared);
        return details;
    }

    /** Reads what {@link #details()} wrote. */
    static ChrfCounts from(Map<String, Object> details) {
        return new ChrfCounts(
                CountLists.of(details, "outputNGrams"),
                CountLists.of(details, "answerNGrams"),
                CountLists.of(details, "sharedNGrams"));
    }

    /** Over the orders of which both texts have n-grams. */
    private double meanShare(List<Long> total) {
        double sum = 0;
        int orders = 0;
        for (int i = 0; i < shared.size(); i++) {
            if (inOutput.get(i) > 0 && inAnswer.get(i) > 0) {
                sum += (double) shared.get(i) / total.get(i);
                orders++;
            }
        }
        return orders == 0 ? 0 : sum / orders;
    }

    private static List<Long> joined(List<Long> some, List<Long> others) {
        List<Long> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
    }
}
