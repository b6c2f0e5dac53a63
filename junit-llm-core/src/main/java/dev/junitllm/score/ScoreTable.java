package dev.junitllm.score;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Scores against their bars as plain text, for failure messages and consoles. */
public final class ScoreTable {

    private static final int REASON = 160;
    private static final String NOTHING = "-";

    private ScoreTable() {}

    /**
     * Renders an aligned table: name, value, bar, outcome, and the reason or error on one line, cut where it is long.
     *
     * @param scores the scores of one case
     * @return lines joined by line feeds, the heading first, without one at the end
     */
    public static String of(List<CaseScore> scores) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("score", "value", "bar", "outcome", "reason"));
        scores.forEach(score -> rows.add(row(score)));
        int[] widths = widths(rows);
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    /**
     * A value with as many decimals as it takes to tell on which side of its bar it lies.
     *
     * @param value from 0 to 1
     * @param bar what it is held against
     * @return such as {@code 0.4996}
     */
    public static String value(double value, Bar bar) {
        return bar.atLeast() == null ? Decimals.show(value) : Decimals.show(value, bar.atLeast());
    }

    /**
     * A bar as it was written.
     *
     * @param bar the bar
     * @return such as {@code >= 0.5}, or {@code -} where there is none
     */
    public static String bar(Bar bar) {
        return bar.atLeast() == null
                ? NOTHING
                : ">= " + BigDecimal.valueOf(bar.atLeast()).stripTrailingZeros().toPlainString();
    }

    private static List<String> row(CaseScore score) {
        return List.of(
                Printable.line(score.name()),
                score.value() == null ? NOTHING : value(score.value(), score.bar()),
                score.group() == null ? bar(score.bar()) : "in " + Printable.line(score.group()),
                score.outcome().name().replace('_', ' '),
                reason(score));
    }

    private static String reason(CaseScore score) {
        CaseError error = score.error();
        return Printable.line(error == null ? score.reason() : error.kind() + ": " + error.message(), REASON);
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - length(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
