package dev.junitllm.report.allure;

import dev.junitllm.Decimals;
import dev.junitllm.report.Html;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.SetFigures.FigureTable;
import java.util.List;

/** What a score comes to over a whole set, with tables such as a confusion matrix, as a page. */
final class FiguresPage {

    private FiguresPage() {}

    static String of(String score, SetFigures figures) {
        StringBuilder html = new StringBuilder("<table>\n<tr><th>figure</th><th>value</th></tr>\n");
        figures.figures()
                .forEach((name, value) -> html.append("<tr><td>")
                        .append(Html.line(name))
                        .append("</td><td class=\"number\">")
                        .append(Decimals.show(value))
                        .append("</td></tr>\n"));
        html.append("</table>\n");
        figures.tables().forEach(table -> append(html, table));
        return Html.page(score + " over the set", html.toString());
    }

    private static void append(StringBuilder html, FigureTable table) {
        html.append("<h2>").append(Html.line(table.title())).append("</h2>\n<table>\n<tr>");
        table.columns()
                .forEach(column -> html.append("<th>").append(Html.line(column)).append("</th>"));
        html.append("</tr>\n");
        table.rows().forEach(row -> append(html, row));
        html.append("</table>\n");
    }

    /** The first cell of a row names it. */
    private static void append(StringBuilder html, List<String> row) {
        html.append("<tr><th>").append(Html.line(row.get(0))).append("</th>");
        row.stream()
                .skip(1)
                .forEach(cell -> html.append("<td class=\"number\">")
                        .append(Html.line(cell))
                        .append("</td>"));
        html.append("</tr>\n");
    }
}
