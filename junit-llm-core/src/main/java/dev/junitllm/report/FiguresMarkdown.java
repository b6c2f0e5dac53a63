package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.run.RunSummary;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.SetFigures.FigureTable;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What scores come to over a whole set, with their tables, in Markdown. */
final class FiguresMarkdown {

    /** Wider or longer ones are in {@code figures.jsonl} alone. */
    private static final int MOST_COLUMNS = 16;

    private static final int MOST_ROWS = 50;

    private final UnaryOperator<String> escape;

    FiguresMarkdown(UnaryOperator<String> escape) {
        this.escape = escape;
    }

    void append(StringBuilder page, RunSummary summary) {
        summary.scoreNames().forEach(name -> summary.figures(name).ifPresent(figures -> append(page, name, figures)));
    }

    private void append(StringBuilder page, String score, SetFigures figures) {
        page.append("\n**").append(escape.apply(score)).append("** over the set: ");
        page.append(figures.figures().entrySet().stream()
                .map(figure -> escape.apply(figure.getKey()) + " " + Decimals.show(figure.getValue()))
                .collect(Collectors.joining(", ")));
        page.append('\n');
        figures.tables().forEach(table -> append(page, table));
    }

    private void append(StringBuilder page, FigureTable table) {
        page.append('\n').append(escape.apply(table.title()));
        if (table.columns().size() > MOST_COLUMNS || table.rows().size() > MOST_ROWS) {
            page.append(": %s columns and %s rows, see `figures.jsonl`\n"
                    .formatted(table.columns().size(), table.rows().size()));
            return;
        }
        page.append(":\n\n");
        row(page, table.columns());
        page.append("|---".repeat(table.columns().size())).append("|\n");
        table.rows().forEach(cells -> row(page, cells));
    }

    private void row(StringBuilder page, List<String> cells) {
        page.append("| ")
                .append(cells.stream().map(escape).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }
}
