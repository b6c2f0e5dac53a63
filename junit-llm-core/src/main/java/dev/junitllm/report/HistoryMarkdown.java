package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.gate.Drift;
import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.TestId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a golden set came out from run to run, in Markdown: what drifts, and a table where {@link Trend} asks for it. */
final class HistoryMarkdown {

    private final UnaryOperator<String> escape;

    HistoryMarkdown(UnaryOperator<String> escape) {
        this.escape = escape;
    }

    void append(StringBuilder page, TestId test, RunHistory history) {
        List<String> remarks = HistoryWords.remarks(history);
        if (!remarks.isEmpty()) {
            page.append('\n');
            remarks.forEach(
                    remark -> page.append("- ").append(escape.apply(remark)).append('\n'));
        }
        if (history.chart() > 0 && history.today() != null) {
            table(page, test, history);
        }
    }

    private void table(StringBuilder page, TestId test, RunHistory history) {
        TrendRows rows = TrendRows.of(history);
        Drift drift = Drift.of(history);
        page.append("\nThe last %s runs ([chart](%s)):\n\n| figure | %s | now |\n|---|---|---|\n"
                .formatted(rows.runs().size(), RunStore.chartLink(test), "runs, oldest first"));
        rows.figures()
                .forEach(figure -> page.append("| ")
                        .append(escape.apply(figure))
                        .append(drifts(drift, figure) ? " **drifts**" : "")
                        .append(" | ")
                        .append(Sparkline.of(rows.values(figure)))
                        .append(" | ")
                        .append(now(history.today(), figure))
                        .append(" |\n"));
    }

    private static boolean drifts(Drift drift, String figure) {
        return drift.warnings().stream().anyMatch(warning -> warning.figure().equals(figure));
    }

    private static String now(@org.jspecify.annotations.Nullable HistoryLine today, String figure) {
        return Optional.ofNullable(today)
                .flatMap(run -> run.figure(figure))
                .map(HistoryFigure::value)
                .map(Decimals::show)
                .orElse("–");
    }
}
