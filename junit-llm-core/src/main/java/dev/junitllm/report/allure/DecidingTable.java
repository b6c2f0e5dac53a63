package dev.junitllm.report.allure;

import dev.junitllm.Decimals;
import dev.junitllm.report.Html;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.ScoreOutcome;
import java.util.List;

/** The samples that stood against a gate, worst first, as a page. */
final class DecidingTable {

    private DecidingTable() {}

    static String page(Verdict verdict, int samplesPerCase) {
        List<String> scores = verdict.deciding().stream()
                .flatMap(sample -> sample.scores().stream())
                .map(ScoreValue::name)
                .distinct()
                .toList();
        StringBuilder table =
                new StringBuilder("<p>Worst first, at most 100.</p>\n<table>\n<tr><th>case</th><th>outcome</th>");
        scores.forEach(name -> table.append("<th>").append(Html.line(name)).append("</th>"));
        boolean erring =
                verdict.deciding().stream().anyMatch(sample -> !sample.error().isEmpty());
        table.append(erring ? "<th>error</th></tr>\n" : "</tr>\n");
        for (SampleResult sample : verdict.deciding()) {
            row(table, sample, scores, samplesPerCase);
            table.append(erring ? "<td>" + Html.line(sample.error()) + "</td></tr>\n" : "</tr>\n");
        }
        return Html.page(verdict.line(), table.append("</table>").toString());
    }

    private static void row(StringBuilder table, SampleResult sample, List<String> scores, int samplesPerCase) {
        table.append("<tr><td>")
                .append(Html.line(CaseResult.displayName(sample.caseId(), sample.sample(), samplesPerCase)))
                .append("</td><td")
                .append(style(sample.outcome()))
                .append('>')
                .append(sample.shownOutcome())
                .append(sample.assertionFailed() ? " (assertion)" : "")
                .append("</td>");
        scores.forEach(name -> cell(table, sample, name));
    }

    private static void cell(StringBuilder table, SampleResult sample, String name) {
        ScoreValue score = sample.scores().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseGet(() -> new ScoreValue(name, ScoreOutcome.NOT_APPLICABLE, null));
        String shown = score.value() != null
                ? Decimals.show(score.value())
                : score.outcome() == ScoreOutcome.ERROR ? "error" : "–";
        table.append("<td class=\"number")
                .append(score.outcome() == ScoreOutcome.FAILED ? " failed" : "")
                .append(score.outcome() == ScoreOutcome.ERROR ? " broken" : "")
                .append("\">")
                .append(shown)
                .append("</td>");
    }

    private static String style(CaseOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "";
            case FAILED -> " class=\"failed\"";
            case ERROR, UNSCORED -> " class=\"broken\"";
        };
    }
}
