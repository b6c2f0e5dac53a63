package dev.junitllm.score.answer;

import dev.junitllm.score.Assignment;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.TextForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.commons.text.similarity.SimilarityInput;

/**
 * Pairs the items of an output with those of an answer, each with one partner at most.
 *
 * @param ordered whether pairs may not cross
 * @param similarity how alike two items must be
 */
record ItemsComparison(boolean ordered, BigDecimal similarity) {

    /** Pairing takes time in the square of the smaller side times the larger one, comparing in the product of the lengths. */
    private static final long MOST_WORK = 200_000_000;

    /** A list is compared in a table of this many cells. */
    private static final long MOST_CELLS = 4_000_000;

    ItemsMatch match(List<String> given, List<String> expected) throws ScoringException {
        int[] partners = ordered
                ? inOrder(codePoints(given), codePoints(expected))
                : allowsDifferences() ? alike(codePoints(given), codePoints(expected)) : equal(given, expected);
        List<String> wrong = new ArrayList<>();
        BitSet found = new BitSet();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == Assignment.NONE) {
                wrong.add(given.get(i));
            } else {
                found.set(partners[i]);
            }
        }
        List<String> missing = IntStream.range(0, expected.size())
                .filter(j -> !found.get(j))
                .mapToObj(expected::get)
                .toList();
        return new ItemsMatch(found.cardinality(), given.size(), expected.size(), missing, wrong);
    }

    private boolean allowsDifferences() {
        return similarity.compareTo(BigDecimal.ONE) < 0;
    }

    private static int[] equal(List<String> given, List<String> expected) {
        Map<String, List<Integer>> left = new HashMap<>();
        for (int j = expected.size() - 1; j >= 0; j--) {
            left.computeIfAbsent(TextForm.FOLDED.of(expected.get(j)), key -> new ArrayList<>())
                    .add(j);
        }
        return given.stream()
                .map(item -> left.getOrDefault(TextForm.FOLDED.of(item), List.of()))
                .mapToInt(places -> places.isEmpty() ? Assignment.NONE : places.remove(places.size() - 1))
                .toArray();
    }

    /** As many pairs as there can be. */
    private int[] alike(List<int[]> given, List<int[]> expected) throws ScoringException {
        long smaller = Math.min(given.size(), expected.size());
        check(smaller * smaller * Math.max(given.size(), expected.size()), MOST_WORK, given, expected);
        checkLengths(given, expected);
        double[][] gain = new double[given.size()][expected.size()];
        for (int i = 0; i < gain.length; i++) {
            for (int j = 0; j < gain[i].length; j++) {
                gain[i][j] = isAlike(given.get(i), expected.get(j)) ? 1 : 0;
            }
        }
        int[] partners = Assignment.best(gain);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != Assignment.NONE && gain[i][partners[i]] == 0) {
                partners[i] = Assignment.NONE;
            }
        }
        return partners;
    }

    /** A longest common subsequence. */
    private int[] inOrder(List<int[]> given, List<int[]> expected) throws ScoringException {
        check((given.size() + 1L) * (expected.size() + 1L), MOST_CELLS, given, expected);
        if (allowsDifferences()) {
            checkLengths(given, expected);
        }
        int[][] longest = new int[given.size() + 1][expected.size() + 1];
        BitSet alike = new BitSet();
        for (int i = given.size() - 1; i >= 0; i--) {
            for (int j = expected.size() - 1; j >= 0; j--) {
                boolean pair = isAlike(given.get(i), expected.get(j));
                alike.set(i * expected.size() + j, pair);
                longest[i][j] = pair ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int[] partners = new int[given.size()];
        Arrays.fill(partners, Assignment.NONE);
        int j = 0;
        for (int i = 0; i < given.size() && j < expected.size(); ) {
            if (alike.get(i * expected.size() + j)) {
                partners[i++] = j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return partners;
    }

    private boolean isAlike(int[] one, int[] other) {
        if (!allowsDifferences()) {
            return Arrays.equals(one, other);
        }
        int allowed = BigDecimal.ONE
                .subtract(similarity)
                .multiply(BigDecimal.valueOf(Math.max(one.length, other.length)))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
        return new LevenshteinDistance(allowed).apply(new CodePoints(one), new CodePoints(other)) >= 0;
    }

    private static List<int[]> codePoints(List<String> items) {
        return items.stream()
                .map(item -> TextForm.FOLDED.of(item).codePoints().toArray())
                .toList();
    }

    private static void checkLengths(List<int[]> given, List<int[]> expected) throws ScoringException {
        check(length(given) * length(expected), MOST_WORK, given, expected);
    }

    private static void check(long work, long most, List<int[]> given, List<int[]> expected) throws ScoringException {
        if (work > most) {
            throw new ScoringException(
                    "TOO_LARGE",
                    "%s items (%s characters) are too many to compare with %s (%s characters)"
                            .formatted(given.size(), length(given), expected.size(), length(expected)));
        }
    }

    private static long length(List<int[]> items) {
        return items.stream().mapToLong(item -> item.length).sum();
    }

    /** For the library, which compares anything. */
    private static final class CodePoints implements SimilarityInput<Integer> {

        private final int[] text;

        CodePoints(int[] text) {
            this.text = text;
        }

        @Override
        public Integer at(int index) {
            return text[index];
        }

        @Override
        public int length() {
            return text.length;
        }
    }
}
