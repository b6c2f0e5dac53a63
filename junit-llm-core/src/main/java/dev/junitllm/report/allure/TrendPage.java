package dev.junitllm.report.allure;

import dev.junitllm.report.HistoryWords;
import dev.junitllm.report.Html;
import dev.junitllm.report.TrendChart;
import dev.junitllm.run.RunHistory;

/** How a golden set came out from run to run, as a page with a chart. */
final class TrendPage {

    private TrendPage() {}

    static String of(RunHistory history) {
        StringBuilder html = new StringBuilder();
        HistoryWords.remarks(history)
                .forEach(remark -> html.append("<p>").append(Html.line(remark)).append("</p>\n"));
        return Html.page("From run to run", html.append(TrendChart.of(history)).toString());
    }
}
