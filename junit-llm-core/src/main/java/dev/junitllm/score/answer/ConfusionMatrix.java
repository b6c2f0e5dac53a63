package dev.junitllm.score.answer;

import dev.junitllm.score.SetFigures;
import dev.junitllm.score.SetFigures.FigureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How often each label was expected, and what was given in its place. Counts samples. */
final class ConfusionMatrix {

    /** The column of outputs that are no label. */
    private static final String UNREADABLE = "(none)";

    private final List<String> labels;

    /** By the label expected, then by the one given; the last column counts the outputs that are none. */
    private final int[][] counts;

    ConfusionMatrix(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.counts = new int[labels.size()][labels.size() + 1];
    }

    /** Counts one sample; what is no label is counted as none. */
    void add(String expected, Object given) {
        int column = labels.indexOf(given);
        counts[labels.indexOf(expected)][column < 0 ? labels.size() : column]++;
    }

    /** All figures and the table. There is at least one sample. */
    SetFigures figures(ClassificationFigure main) {
        Map<String, Double> figures = new LinkedHashMap<>();
        int samples = sum(i -> expected(i));
        int right = sum(i -> counts[i][i]);
        figures.put(ClassificationFigure.ACCURACY.title(), (double) right / samples);
        figures.put(ClassificationFigure.MACRO_F1.title(), macro());
        figures.put(ClassificationFigure.MICRO_F1.title(), 2.0 * right / (samples + sum(i -> given(i))));
        figures.put(ClassificationFigure.WEIGHTED_F1.title(), weighted(samples));
        for (int i = 0; i < labels.size(); i++) {
            putShare(figures, "precision of " + labels.get(i), counts[i][i], given(i));
            putShare(figures, "recall of " + labels.get(i), counts[i][i], expected(i));
            putShare(figures, "F1 of " + labels.get(i), 2 * counts[i][i], given(i) + expected(i));
        }
        return new SetFigures(main.title(), figures, List.of(table()));
    }

    private double macro() {
        return inUse().mapToDouble(this::f1).average().orElse(0);
    }

    private double weighted(int samples) {
        return inUse().mapToDouble(i -> f1(i) * expected(i)).sum() / samples;
    }

    private IntStream inUse() {
        return IntStream.range(0, labels.size()).filter(i -> expected(i) + given(i) > 0);
    }

    private double f1(int label) {
        return 2.0 * counts[label][label] / (expected(label) + given(label));
    }

    private int expected(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    private int given(int label) {
        return Arrays.stream(counts).mapToInt(row -> row[label]).sum();
    }

    private int sum(IntUnaryOperator ofLabel) {
        return IntStream.range(0, labels.size()).map(ofLabel).sum();
    }

    /** Left out where it is undefined. */
    private static void putShare(Map<String, Double> figures, String name, int part, int whole) {
        if (whole > 0) {
            figures.put(name, (double) part / whole);
        }
    }

    private FigureTable table() {
        List<String> columns = new ArrayList<>(List.of("expected \\ given"));
        columns.addAll(labels);
        columns.add(UNREADABLE);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            List<String> row = new ArrayList<>(List.of(labels.get(i)));
            Arrays.stream(counts[i]).mapToObj(Integer::toString).forEach(row::add);
            rows.add(row);
        }
        return new FigureTable("confusion matrix", columns, rows);
    }
}
