package dev.junitllm.report.allure;

import dev.junitllm.Printable;
import dev.junitllm.Trace;
import dev.junitllm.report.waterfall.Heading;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows one sample in the result that Allure's listener made for it.
 *
 * @param result the sample
 * @param trace what happened during it
 * @param selection how much of the set ran, or empty
 * @param softMissesSkipped whether a miss that a gate answers for stays skipped
 */
record CaseContent(CaseResult result, Trace trace, String selection, boolean softMissesSkipped) {

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_VALUE = 1_000;

    private static final int MOST_ATTRIBUTES = 20;

    void showIn(TestResult shown, Attachments attachments) {
        shown.setName(Printable.line(result.displayName(), LONGEST_NAME));
        shown.setTestCaseName(Printable.line(result.caseId(), LONGEST_NAME));
        MethodHistory history = new MethodHistory(result.test());
        shown.setTestCaseId(history.caseId(result.caseId()));
        shown.setHistoryId(history.sampleId(result.caseId(), result.sample()));
        label(shown);
        parameterize(shown);
        TraceContent traced = new TraceContent(trace, Heading.of(result));
        steps(shown, traced.steps());
        if (result.assertion() != null) {
            shown.getSteps().add(step(CaseWords.ASSERTION, Status.FAILED, result.assertion()));
        }
        if (result.error() != null) {
            shown.getSteps()
                    .add(step(
                            CaseWords.error(result.error()),
                            Status.BROKEN,
                            result.error().message()));
        }
        attach(shown, attachments);
        traced.attachTo(shown, attachments);
        if (result.outcome() != CaseOutcome.PASSED && !wasSkipped()) {
            new PendingStatus(finalStatus(), CaseWords.heading(result)).leaveIn(shown);
        }
    }

    private void steps(TestResult shown, TraceSteps traced) {
        shown.getSteps().addAll(traced.application());
        result.scores().forEach(score -> {
            StepResult step = step(score);
            traced.fill(score.name(), step);
            shown.getSteps().add(step);
        });
        shown.getSteps().addAll(traced.otherEvaluations());
    }

    /** An assumption or a condition left it out: it counts against the gate, but nothing went wrong with it. */
    private boolean wasSkipped() {
        return result.notRun()
                || (result.error() != null && result.error().kind().equals(CaseError.SKIPPED));
    }

    private PendingStatus.Final finalStatus() {
        if (!result.soft() || softMissesSkipped) {
            return PendingStatus.Final.AS_JUNIT_SAYS;
        }
        return result.outcome() == CaseOutcome.FAILED ? PendingStatus.Final.FAILED : PendingStatus.Final.BROKEN;
    }

    private void label(TestResult shown) {
        Labels.putFirst(
                shown,
                Labels.of("case", result.caseId()),
                Labels.of("outcome", result.outcome().name()));
        shown.getLabels().add(Labels.of(Labels.SUB_SUITE, result.test().method()));
        result.exchange().tags().forEach(tag -> shown.getLabels().add(Labels.of("tag", tag)));
    }

    private void parameterize(TestResult shown) {
        Set<String> injected = ShownMethod.parameterNames(shown);
        // Allure sets a mode where a parameter carries its @Param: that one was asked for.
        List<Parameter> others = new ArrayList<>(shown.getParameters());
        others.removeIf(parameter -> "UniqueId".equals(parameter.getName())
                || (parameter.getMode() == null && injected.contains(parameter.getName())));
        shown.getParameters().clear();
        shown.getParameters().add(parameter("case", result.caseId()));
        if (result.samples() > 1) {
            shown.getParameters().add(parameter("sample", Integer.toString(result.sample())));
        }
        shown.getParameters().addAll(others);
        remarks(shown);
    }

    /** Excluded from what identifies the result: they may change from run to run. */
    private void remarks(TestResult shown) {
        CaseResult.Exchange exchange = result.exchange();
        if (!selection.isEmpty()) {
            remark(shown, "selection", selection);
        }
        if (exchange.location() != null) {
            remark(shown, "golden set", exchange.location());
        }
        CaseWords.tokens(exchange.usage()).ifPresent(tokens -> remark(shown, "tokens", tokens));
        if (!result.trace().file().isEmpty()) {
            remark(shown, "trace", result.trace().file());
        }
        remark(shown, "time", CaseWords.time(result.body(), result.scoring()));
        if (result.replayed() && !exchange.attributes().containsKey(CaseResult.REPLAYED)) {
            remark(shown, CaseResult.REPLAYED, "true"); // by its judge alone: the body knows nothing of it
        }
        exchange.attributes().entrySet().stream()
                .limit(MOST_ATTRIBUTES)
                .forEach(attribute -> remark(shown, attribute.getKey(), attribute.getValue()));
    }

    private static void remark(TestResult shown, String name, String value) {
        shown.getParameters().add(parameter(name, value).setExcluded(true));
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter()
                .setName(Printable.line(name, LONGEST_NAME))
                .setValue(Printable.line(value, LONGEST_VALUE));
    }

    private static StepResult step(CaseScore score) {
        String reason = score.error() == null
                ? score.reason()
                : score.error().kind() + ": " + score.error().message();
        StepResult step = step(CaseWords.score(score), CaseWords.status(score.outcome()), reason);
        CaseWords.value(score).ifPresent(value -> step.getParameters().add(parameter("value", value)));
        CaseWords.bar(score).ifPresent(bar -> step.getParameters().add(parameter("bar", bar)));
        if (!reason.isBlank() && step.getStatusDetails() == null) {
            step.getParameters()
                    .add(new Parameter().setName("reason").setValue(Printable.block(reason, LONGEST_VALUE)));
        }
        score.details().entrySet().stream()
                .limit(MOST_ATTRIBUTES)
                .forEach(detail ->
                        step.getParameters().add(parameter(detail.getKey(), CaseWords.detail(detail.getValue()))));
        return step;
    }

    private static StepResult step(String name, Status status, String message) {
        long now = System.currentTimeMillis();
        StepResult step = new StepResult()
                .setName(Printable.line(name, LONGEST_VALUE))
                .setStatus(status)
                .setStart(now)
                .setStop(now);
        if (status == Status.FAILED || status == Status.BROKEN) {
            step.setStatusDetails(new StatusDetails().setMessage(Printable.block(message, LONGEST_VALUE)));
        }
        return step;
    }

    private void attach(TestResult shown, Attachments attachments) {
        CaseResult.Exchange exchange = result.exchange();
        attachments.text(shown, "input", exchange.input());
        if (exchange.expected() != null) {
            attachments.text(shown, "expected", exchange.expected());
        }
        if (exchange.output() != null) {
            attachments.text(shown, "actual", exchange.output());
        }
        if (exchange.expected() != null && exchange.output() != null) {
            String page = WordDiff.page(result.displayName(), exchange.expected(), exchange.output());
            attachments.html(shown, "expected and actual, word by word", page);
        }
    }
}
