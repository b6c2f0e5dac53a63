package dev.junitllm.report.allure;

import dev.junitllm.report.HistoryWords;
import dev.junitllm.report.Html;
import dev.junitllm.report.OutcomeWords;
import dev.junitllm.report.SetReport;
import dev.junitllm.report.VerdictFigures;
import dev.junitllm.run.Verdict;

/** A verdict's description: what ran, how it came out, and what each gate said. */
final class VerdictDescription {

    private VerdictDescription() {}

    static String html(SetReport set) {
        StringBuilder html = new StringBuilder();
        html.append("<p>").append(Html.line(set.summary().goldenSet())).append(": ");
        html.append(Html.line(OutcomeWords.of(set.summary())));
        if (!set.selection().isEmpty()) {
            html.append(" (").append(Html.line(set.selection())).append(')');
        }
        html.append("</p>\n");
        if (!set.remark().isEmpty()) {
            html.append("<p><b>").append(Html.line(set.remark())).append("</b></p>\n");
        }
        if (!set.verdicts().isEmpty()) {
            html.append("<ul>\n");
            for (Verdict verdict : set.verdicts()) {
                String figures = VerdictFigures.line(verdict);
                html.append("<li>")
                        .append(Html.line(verdict.line()))
                        .append(figures.isEmpty() ? "" : "<br>" + Html.line(figures))
                        .append("</li>\n");
            }
            html.append("</ul>\n");
        }
        set.summary().history().stream()
                .flatMap(history -> HistoryWords.remarks(history).stream())
                .forEach(remark -> html.append("<p>").append(Html.line(remark)).append("</p>\n"));
        return html.append("<p>Summary: <code>")
                .append(Html.line(set.summaryFile().toString()))
                .append("</code></p>")
                .toString();
    }
}
