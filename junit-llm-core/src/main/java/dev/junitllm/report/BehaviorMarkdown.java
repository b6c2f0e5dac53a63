package dev.junitllm.report;

import dev.junitllm.gate.BehaviorChanges;
import dev.junitllm.run.RunSummary;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How a run went about its cases, beside its baseline, in Markdown. */
final class BehaviorMarkdown {

    private static final int CASES_SHOWN = 20;

    private final UnaryOperator<String> escape;

    BehaviorMarkdown(UnaryOperator<String> escape) {
        this.escape = escape;
    }

    void append(StringBuilder page, RunSummary run) {
        BehaviorChanges.of(run).ifPresent(changes -> {
            if (changes.isBaselineWithoutSteps()) {
                page.append('\n')
                        .append(escape.apply(BehaviorMessages.WITHOUT_STEPS))
                        .append('\n');
            } else if (changes.compared() > 0) {
                append(page, changes);
            }
        });
    }

    private void append(StringBuilder page, BehaviorChanges changes) {
        page.append("\n### Steps, beside the baseline\n\n")
                .append(
                        changes.sentences().isEmpty()
                                ? "Nothing has changed."
                                : changes.sentences().stream().map(escape).collect(Collectors.joining("<br>")))
                .append("\n\n| over %s cases | then | now | |\n|---|---|---|---|\n".formatted(changes.compared()));
        changes.rows()
                .forEach(row -> page.append("| ")
                        .append(escape.apply(row.what()))
                        .append(" | ")
                        .append(row.then())
                        .append(" | ")
                        .append(row.now())
                        .append(" | ")
                        .append(escape.apply(row.remark()))
                        .append(" |\n"));
        changes.cases().forEach((what, cases) -> append(page, what, cases));
    }

    private void append(StringBuilder page, String what, Map<String, String> cases) {
        page.append("\n- ")
                .append(escape.apply(what))
                .append(" (")
                .append(cases.size())
                .append("): ")
                .append(cases.entrySet().stream()
                        .limit(CASES_SHOWN)
                        .map(one -> escape.apply(one.getKey()) + " (" + escape.apply(one.getValue()) + ")")
                        .collect(Collectors.joining(", ")))
                .append(cases.size() > CASES_SHOWN ? " and more" : "")
                .append('\n');
    }
}
