package dev.junitllm.score.text;

import dev.junitllm.score.ScorerDescription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Similarity by shared characters and common start, of texts in one form. */
abstract class JaroWinklerMetric extends BestAnswerMetric {

    private static final double PER_COMMON_CHARACTER = 0.1;
    private static final int LONGEST_START = 4;

    private final TextForm form;

    JaroWinklerMetric(String name, TextForm form) {
        super(ScorerDescription.of(name));
        this.form = form;
    }

    @Override
    final Comparer of(String output) {
        int[] characters = form.of(output).codePoints().toArray();
        return answer ->
                Optional.of(similarity(characters, form.of(answer).codePoints().toArray()));
    }

    private static Similarity similarity(int[] one, int[] other) {
        int start = Math.min(LONGEST_START, CommonEnds.of(one, other).start());
        return new Similarity(jaro(one, other), start);
    }

    private static double jaro(int[] one, int[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == other.length ? 1 : 0;
        }
        boolean[] sharedInOne = new boolean[one.length];
        boolean[] sharedInOther = new boolean[other.length];
        double shared = match(one, other, sharedInOne, sharedInOther);
        if (shared == 0) {
            return 0;
        }
        int transpositions = outOfOrder(one, other, sharedInOne, sharedInOther) / 2;
        return (shared / one.length + shared / other.length + (shared - transpositions) / shared) / 3;
    }

    /**
     * Pairs each character with the first one left that equals it within reach. What is left of a character are always its
     * last places, so this takes linear time.
     */
    private static int match(int[] one, int[] other, boolean[] sharedInOne, boolean[] sharedInOther) {
        int reach = Math.max(0, Math.max(one.length, other.length) / 2 - 1);
        Deque<Integer> none = new ArrayDeque<>();
        Map<Integer, Deque<Integer>> left = new HashMap<>();
        for (int i = 0; i < other.length; i++) {
            left.computeIfAbsent(other[i], character -> new ArrayDeque<>()).add(i);
        }
        int shared = 0;
        for (int i = 0; i < one.length; i++) {
            Deque<Integer> places = left.getOrDefault(one[i], none);
            while (!places.isEmpty() && places.element() < i - reach) {
                places.remove();
            }
            if (!places.isEmpty() && places.element() <= i + reach) {
                sharedInOne[i] = true;
                sharedInOther[places.remove()] = true;
                shared++;
            }
        }
        return shared;
    }

    private static int outOfOrder(int[] one, int[] other, boolean[] sharedInOne, boolean[] sharedInOther) {
        int different = 0;
        int j = 0;
        for (int i = 0; i < one.length; i++) {
            if (sharedInOne[i]) {
                while (!sharedInOther[j]) {
                    j++;
                }
                if (one[i] != other[j]) {
                    different++;
                }
                j++;
            }
        }
        return different;
    }

    private record Similarity(double jaro, int start) implements Comparison {

        @Override
        public double value() {
            return Math.min(1, jaro + PER_COMMON_CHARACTER * start * (1 - jaro));
        }

        @Override
        public String describe(String answer) {
            return String.format(
                    Locale.ROOT,
                    "Jaro similarity %.2f to %s, with which the first %s characters agree",
                    jaro,
                    answer,
                    start);
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("jaro", jaro);
            details.put("commonStart", start);
            return details;
        }
    }
}
