package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.QuarantinedCase;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.TraceNote;
import dev.junitllm.run.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run as a page of Markdown, for people and for the summary of a GitHub job. */
final class SummaryMarkdown {

    private static final int CASES_SHOWN = 50;
    private static final int ANSWERS_SHOWN = 10;
    private static final int ANSWER_LENGTH = 300;

    private SummaryMarkdown() {}

    static String of(List<SetReport> sets, RunRecord run) {
        StringBuilder page = new StringBuilder("# junit-llm\n\n");
        page.append("| golden set | cases | outcomes | means | gates |\n|---|---|---|---|---|\n");
        sets.forEach(set -> page.append("| ")
                .append(String.join(
                        " | ",
                        text(set.set().test().displayName()) + "<br>"
                                + text(set.set().goldenSet()),
                        SetTable.cases(set),
                        SetTable.outcomes(set),
                        text(SetTable.means(set)),
                        SetTable.verdicts(set).stream()
                                .map(SummaryMarkdown::text)
                                .collect(Collectors.joining("<br>"))))
                .append(" |\n"));
        sets.forEach(set -> append(page, set));
        TraceMessages.missing(run.tracing())
                .forEach(said ->
                        page.append("\n").append(text("Traces: " + said)).append(".\n"));
        page.append("\n").append(environment(run)).append("\n");
        return page.toString();
    }

    private static void append(StringBuilder page, SetReport set) {
        page.append("\n## ").append(text(set.set().test().displayName())).append("\n\n");
        if (!set.remark().isEmpty()) {
            page.append(text(set.remark())).append("\n\n");
        }
        for (Verdict verdict : set.verdicts()) {
            page.append("- **")
                    .append(verdict.shownStatus())
                    .append("** ")
                    .append(text(verdict.gate().asWritten()))
                    .append(": ")
                    .append(text(verdict.reason()))
                    .append('\n');
            String figures = VerdictFigures.line(verdict);
            page.append(figures.isEmpty() ? "" : "  - " + text(figures) + "\n");
            verdict.lists().forEach(cases -> append(page, cases));
        }
        new FiguresMarkdown(SummaryMarkdown::text).append(page, set.summary());
        new BehaviorMarkdown(SummaryMarkdown::text).append(page, set.summary());
        set.summary()
                .history()
                .ifPresent(history -> new HistoryMarkdown(SummaryMarkdown::text)
                        .append(page, set.set().test(), history));
        new SlicesMarkdown(SummaryMarkdown::text).append(page, set.summary());
        List<SampleResult> notPassed = set.summary()
                .samples()
                .filter(sample -> sample.outcome() != CaseOutcome.PASSED)
                .toList();
        if (!notPassed.isEmpty()) {
            page.append("\n| case | outcome | why |\n|---|---|---|\n");
            notPassed.stream().limit(CASES_SHOWN).forEach(sample -> row(page, set, sample));
            if (notPassed.size() > CASES_SHOWN) {
                page.append("\nand ").append(notPassed.size() - CASES_SHOWN).append(" more: see `cases.jsonl`\n");
            }
        }
        new FlakinessMarkdown(SummaryMarkdown::text).append(page, set.summary());
        appendQuarantined(page, set.summary().quarantined());
    }

    private static void appendQuarantined(StringBuilder page, List<QuarantinedCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        page.append(
                "\n### In quarantine\n\nNo part of the verdicts.\n\n| case | samples | until | why |\n|---|---|---|---|\n");
        cases.forEach(quarantined -> page.append("| ")
                .append(String.join(
                        " | ",
                        text(quarantined.caseId()),
                        quarantined.outcome(),
                        quarantined.until().toString(),
                        text(quarantined.why())))
                .append(" |\n"));
    }

    private static void append(StringBuilder page, CaseList cases) {
        page.append("  - ")
                .append(text(cases.title()))
                .append(" (")
                .append(cases.entries().size())
                .append("): ");
        page.append(cases.entries().stream()
                .limit(CASES_SHOWN)
                .map(entry ->
                        text(entry.caseId()) + (entry.remark().isEmpty() ? "" : " (" + text(entry.remark()) + ")"))
                .collect(Collectors.joining(", ")));
        page.append(cases.entries().size() > CASES_SHOWN ? " and more: see `verdicts.jsonl`\n" : "\n");
        cases.entries().stream()
                .filter(entry -> entry.before() != null || entry.after() != null)
                .limit(ANSWERS_SHOWN)
                .forEach(entry -> page.append("    - ")
                        .append(text(entry.caseId()))
                        .append(" was: ")
                        .append(answer(entry.before()))
                        .append("<br>now: ")
                        .append(answer(entry.after()))
                        .append('\n'));
    }

    private static String answer(@Nullable String answer) {
        return answer == null ? "(none)" : text(Printable.line(answer, ANSWER_LENGTH));
    }

    private static void row(StringBuilder page, SetReport set, SampleResult sample) {
        String scores = sample.scores().stream()
                .map(score -> score.name() + " "
                        + (score.value() == null ? score.outcome().toString() : Decimals.show(score.value())))
                .collect(Collectors.joining(", "));
        String why = Stream.of(scores, sample.error())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        page.append("| ")
                .append(text(CaseResult.displayName(
                        sample.caseId(), sample.sample(), set.set().samplesPerCase())))
                .append(" | ")
                .append(sample.shownOutcome())
                .append(" | ")
                .append(text(why))
                .append(steps(sample.trace()))
                .append(" |\n");
    }

    private static String steps(TraceNote trace) {
        return line("failed step: ", trace.failedStep())
                + line("slowest step: ", trace.slowestStep())
                + line("trace: ", trace.file());
    }

    private static String line(String label, String said) {
        return said.isEmpty() ? "" : "<br>" + label + text(said);
    }

    private static String environment(RunRecord run) {
        String commit = run.git() == null
                ? ""
                : ", commit "
                        + run.git()
                                .commit()
                                .substring(0, Math.min(12, run.git().commit().length()))
                        + (run.git().dirty() ? " with changes" : "");
        return "Seed %s, junit-llm %s, JUnit %s, Java %s%s. Started %s."
                .formatted(
                        run.seed(),
                        run.libraries().get("junit-llm"),
                        run.libraries().get("junit"),
                        run.libraries().get("java"),
                        commit,
                        run.started());
    }

    /** Escapes everything Markdown or HTML could take for markup; what is shown may have been written by a model. */
    private static String text(String text) {
        StringBuilder safe = new StringBuilder();
        Printable.line(text).codePoints().forEach(codePoint -> {
            if (codePoint == '<') {
                safe.append("&lt;");
            } else if (codePoint == '&') {
                safe.append("&amp;");
            } else if ("\\`*_[]#|>~@$".indexOf(codePoint) >= 0) {
                safe.append('\\').appendCodePoint(codePoint);
            } else {
                safe.appendCodePoint(codePoint);
            }
        });
        return safe.toString().replace("://", "\\://"); // GitHub links bare addresses
    }
}
