package dev.junitllm.report.allure;

import dev.junitllm.Printable;
import dev.junitllm.gate.BehaviorChanges;
import dev.junitllm.report.SetReport;
import dev.junitllm.report.VerdictFigures;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.TestId;
import dev.junitllm.run.VerdictStatus;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows what the gates of one method said in one result, the same way whether they passed or failed. Holds finished pages
 * rather than the run, which may be large.
 *
 * @param test the class and method
 * @param status of the result
 * @param outcome the worst of the verdicts in one word
 * @param onlyShown whether it fails no build
 * @param duration from the first case to the last
 * @param heading the first line of its message
 * @param descriptionHtml what was decided on what, escaped
 * @param goldenSet as the annotation names it
 * @param gates what each gate said
 * @param figures a page for each score that comes to more over the set than its mean
 */
record VerdictContent(
        TestId test,
        Status status,
        String outcome,
        boolean onlyShown,
        Duration duration,
        String heading,
        String descriptionHtml,
        String goldenSet,
        List<GateContent> gates,
        List<FiguresContent> figures) {

    /**
     * What one gate said.
     *
     * @param line its verdict in one line
     * @param status of its step
     * @param figures what it was decided by, name by name
     * @param page the cases that decided it, or empty where there are none
     * @param lists a page for each list of cases it names, such as those that fail newly
     */
    record GateContent(
            String line, Status status, Map<String, String> figures, String page, List<FiguresContent> lists) {}

    /**
     * A page, such as what a score comes to over the set.
     *
     * @param title of the page
     * @param page the figures and their tables, or the cases
     */
    record FiguresContent(String title, String page) {}

    static VerdictContent of(SetReport set) {
        List<GateContent> gates = set.verdicts().stream()
                .map(verdict -> new GateContent(
                        verdict.line(),
                        status(verdict.status()),
                        VerdictFigures.all(verdict),
                        verdict.deciding().isEmpty()
                                ? ""
                                : DecidingTable.page(verdict, set.summary().samplesPerCase()),
                        verdict.lists().stream()
                                .map(cases -> new FiguresContent(
                                        Printable.line(cases.title(), 100), CaseListPage.of(verdict, cases)))
                                .toList()))
                .toList();
        boolean broken = set.ending() == SetReport.Ending.BROKEN;
        String outcome = broken ? "BROKEN" : set.worst().name();
        return new VerdictContent(
                set.summary().test(),
                broken ? Status.BROKEN : status(set.worst()),
                outcome,
                !broken && !set.failsTheBuild(),
                set.duration(),
                Category.GATE.heading(broken ? set.remark() : outcome),
                VerdictDescription.html(set),
                set.summary().goldenSet(),
                gates,
                figures(set.summary()));
    }

    /** The chart, where one is asked for and the run is a part of it. */
    private static Stream<FiguresContent> trend(RunSummary summary) {
        return summary.history().stream()
                .filter(history -> history.chart() > 0 && history.today() != null)
                .map(history -> new FiguresContent("from run to run", TrendPage.of(history)));
    }

    private static List<FiguresContent> figures(RunSummary summary) {
        Stream<FiguresContent> scores = summary.scoreNames().stream()
                .flatMap(name -> summary.figures(name).stream()
                        .map(figures -> new FiguresContent(
                                Printable.line(name, 100) + " over the set", FiguresPage.of(name, figures))));
        Stream<FiguresContent> behavior = BehaviorChanges.of(summary).stream()
                .filter(changes -> changes.isBaselineWithoutSteps() || changes.compared() > 0)
                .map(changes -> new FiguresContent(BehaviorPage.TITLE, BehaviorPage.of(changes)));
        return Stream.of(scores, behavior, trend(summary))
                .flatMap(pages -> pages)
                .toList();
    }

    /** Inconclusive is broken: nothing is known to be wrong but that the data can't tell. */
    static Status status(VerdictStatus verdict) {
        return switch (verdict) {
            case PASS -> Status.PASSED;
            case NOT_DECIDED -> Status.SKIPPED;
            case FAIL -> Status.FAILED;
            case INCONCLUSIVE, ERROR -> Status.BROKEN;
        };
    }

    void showIn(TestResult result, Attachments attachments) {
        String history = new MethodHistory(test).verdictId();
        result.setTestCaseId(history);
        result.setHistoryId(history);
        result.setName("Verdict: " + Printable.line(test.displayName()));
        result.setTestCaseName("Verdict");
        result.setStatus(status);
        long now = System.currentTimeMillis();
        result.setStart(now - duration.toMillis()).setStop(now);
        result.setDescriptionHtml(descriptionHtml);
        label(result);
        gates.forEach(gate -> result.getSteps().add(step(gate, attachments)));
        figures.forEach(figure -> attachments.html(result, figure.title(), figure.page()));
        if (status != Status.PASSED) {
            Details.head(result, heading).setMuted(onlyShown);
        }
    }

    private void label(TestResult result) {
        result.getLabels().removeIf(label -> Labels.ALLURE_ID.equals(label.getName()) && "-1".equals(label.getValue()));
        Labels.putFirst(result, Labels.of("outcome", outcome), Labels.of("golden-set", goldenSet));
        result.getLabels().add(Labels.of(Labels.SUB_SUITE, test.method()));
    }

    private static StepResult step(GateContent gate, Attachments attachments) {
        long now = System.currentTimeMillis();
        StepResult step = new StepResult()
                .setName(Printable.line(gate.line(), 1_000))
                .setStatus(gate.status())
                .setStart(now)
                .setStop(now);
        gate.figures()
                .forEach((name, value) -> step.getParameters()
                        .add(new Parameter().setName(name).setValue(value).setExcluded(true)));
        gate.lists().forEach(cases -> attachments.html(step, cases.title(), cases.page()));
        if (!gate.page().isEmpty()) {
            attachments.html(step, "the cases that decided, worst first", gate.page());
        }
        return step;
    }
}
