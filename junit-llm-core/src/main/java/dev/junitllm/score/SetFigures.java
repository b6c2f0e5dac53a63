package dev.junitllm.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a score comes to over a whole golden set. Immutable.
 *
 * @param main the name of the figure that stands for the score, such as {@code corpus BLEU} or {@code macro F1}
 * @param figures every figure by its name, each from 0 to 1, in the order to show; a figure that is undefined is left out
 * @param tables such as a confusion matrix; may be empty
 */
public record SetFigures(String main, Map<String, Double> figures, List<FigureTable> tables) {

    /**
     * Checks what it is made of.
     *
     * @param main the name of the figure that stands for the score, such as {@code corpus BLEU} or {@code macro F1}
     * @param figures every figure by its name, each from 0 to 1, in the order to show; a figure that is undefined is left out
     * @param tables such as a confusion matrix; may be empty
     */
    public SetFigures {
        if (!figures.containsKey(main)) {
            throw new IllegalArgumentException(
                    "the main figure '%s' is not among the figures %s".formatted(main, figures.keySet()));
        }
        figures.forEach((name, value) -> {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("figure '%s' lies from 0 to 1, unlike %s".formatted(name, value));
            }
        });
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        tables = List.copyOf(tables);
    }

    /**
     * The figure that stands for the score.
     *
     * @return from 0 to 1
     */
    public double value() {
        return figures.getOrDefault(main, Double.NaN);
    }

    /**
     * The same with other texts: names of figures, titles and cells of tables.
     *
     * @param change makes a text fit to be shown
     * @return the changed copy; figures whose names become the same are numbered
     */
    public SetFigures mapped(UnaryOperator<String> change) {
        Map<String, Double> named = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        figures.forEach((name, value) -> {
            String base = change.apply(name);
            String unique = base;
            for (int i = 2; named.containsKey(unique); i++) {
                unique = base + " (" + i + ")";
            }
            named.put(unique, value);
            names.put(name, unique);
        });
        return new SetFigures(
                names.getOrDefault(main, main),
                named,
                tables.stream().map(table -> table.mapped(change)).toList());
    }

    /**
     * A table to show, such as a confusion matrix.
     *
     * @param title what it shows
     * @param columns the heading of each column
     * @param rows the cells, each row as long as {@code columns}
     */
    public record FigureTable(String title, List<String> columns, List<List<String>> rows) {

        /**
         * Checks what it is made of.
         *
         * @param title what it shows
         * @param columns the heading of each column
         * @param rows the cells, each row as long as {@code columns}
         */
        public FigureTable {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "table '%s' has %s columns, but a row of %s".formatted(title, columns.size(), row.size()));
                }
            }
        }

        FigureTable mapped(UnaryOperator<String> change) {
            return new FigureTable(
                    change.apply(title),
                    columns.stream().map(change).toList(),
                    rows.stream().map(row -> row.stream().map(change).toList()).toList());
        }
    }
}
