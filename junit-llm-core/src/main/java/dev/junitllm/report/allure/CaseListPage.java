package dev.junitllm.report.allure;

import dev.junitllm.report.Html;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.Verdict;
import org.jspecify.annotations.Nullable;

/** Cases a verdict names, such as those that fail newly, as a page: with what was answered then and now where that is known. */
final class CaseListPage {

    /** More than a person reads; the rest is in the run's files. */
    private static final int MOST = 200;

    private CaseListPage() {}

    static String of(Verdict verdict, CaseList cases) {
        boolean answers = cases.entries().stream().anyMatch(entry -> entry.before() != null || entry.after() != null);
        StringBuilder html = new StringBuilder("<p>")
                .append(Html.line(verdict.line()))
                .append("</p>\n<table>\n<tr><th>case</th><th></th>")
                .append(answers ? "<th>before</th><th>now</th></tr>\n" : "</tr>\n");
        cases.entries().stream().limit(MOST).forEach(entry -> {
            html.append("<tr><td>").append(Html.line(entry.caseId())).append("</td>");
            html.append("<td>").append(Html.line(entry.remark())).append("</td>");
            html.append(answers ? answer(entry.before()) + answer(entry.after()) : "");
            html.append("</tr>\n");
        });
        html.append("</table>\n");
        if (cases.entries().size() > MOST) {
            html.append("<p>and ").append(cases.entries().size() - MOST).append(" more</p>\n");
        }
        return Html.page(cases.title() + " (" + cases.entries().size() + ")", html.toString());
    }

    private static String answer(@Nullable String text) {
        return text == null ? "<td>–</td>" : "<td><div class=\"text\">" + Html.block(text) + "</div></td>";
    }
}
