package dev.junitllm.report.allure;

import dev.junitllm.gate.BehaviorChanges;
import dev.junitllm.report.BehaviorMessages;
import dev.junitllm.report.Html;
import java.util.Map;

/** How a run went about its cases, beside its baseline, as a page. */
final class BehaviorPage {

    static final String TITLE = "steps, beside the baseline";

    /** More than a person reads. */
    private static final int MOST = 200;

    private BehaviorPage() {}

    static String of(BehaviorChanges changes) {
        if (changes.isBaselineWithoutSteps()) {
            return Html.page(TITLE, "<p>" + Html.line(BehaviorMessages.WITHOUT_STEPS) + "</p>\n");
        }
        StringBuilder html = new StringBuilder("<ul>\n");
        changes.sentences()
                .forEach(sentence ->
                        html.append("<li>").append(Html.line(sentence)).append("</li>\n"));
        html.append(changes.sentences().isEmpty() ? "<li>nothing has changed</li>\n" : "")
                .append("</ul>\n<table>\n<tr><th>over ")
                .append(changes.compared())
                .append(" cases</th><th>then</th><th>now</th><th></th></tr>\n");
        changes.rows()
                .forEach(row -> html.append("<tr><th>")
                        .append(Html.line(row.what()))
                        .append("</th><td class=\"number\">")
                        .append(Html.line(row.then()))
                        .append("</td><td class=\"number\">")
                        .append(Html.line(row.now()))
                        .append("</td><td>")
                        .append(Html.line(row.remark()))
                        .append("</td></tr>\n"));
        html.append("</table>\n");
        changes.cases().forEach((what, cases) -> append(html, what, cases));
        return Html.page(TITLE, html.toString());
    }

    private static void append(StringBuilder html, String what, Map<String, String> cases) {
        html.append("<h2>")
                .append(Html.line(what))
                .append(" (")
                .append(cases.size())
                .append(")</h2>\n<table>\n<tr><th>case</th><th></th></tr>\n");
        cases.entrySet().stream()
                .limit(MOST)
                .forEach(one -> html.append("<tr><td>")
                        .append(Html.line(one.getKey()))
                        .append("</td><td>")
                        .append(Html.line(one.getValue()))
                        .append("</td></tr>\n"));
        html.append("</table>\n");
        if (cases.size() > MOST) {
            html.append("<p>and ").append(cases.size() - MOST).append(" more</p>\n");
        }
    }
}
