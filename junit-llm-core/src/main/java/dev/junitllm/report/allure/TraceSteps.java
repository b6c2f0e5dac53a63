package dev.junitllm.report.allure;

import dev.junitllm.Document;
import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.report.waterfall.Amounts;
import dev.junitllm.trace.SpanTree;
import dev.junitllm.trace.SpanTree.Step;
import dev.junitllm.trace.StepWords;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The steps of a trace as steps of Allure, below each other and with their times. What the application did stands below the
 * test; what a score did, such as its judge's calls, below the score. Bounded: the waterfall beside them has more.
 */
final class TraceSteps {

    private static final int MOST = 200;
    private static final int DEEPEST = 8;
    private static final int LONGEST_VALUE = 300;
    private static final int LONGEST_ERROR = 1_000;

    private final List<StepResult> application = new ArrayList<>();
    private final Map<String, StepResult> evaluations = new LinkedHashMap<>();

    TraceSteps(SpanTree tree) {
        List<Step> steps = tree.steps();
        List<StepResult> made = new ArrayList<>();
        for (Step step : steps.subList(0, Math.min(steps.size(), MOST + 1))) {
            StepResult shown = shown(step.span());
            made.add(shown);
            int parent = parent(steps, step);
            if (parent > 0) {
                made.get(parent).getSteps().add(shown);
            } else if (step.span().kind() == SpanKind.EVALUATION) {
                evaluations.putIfAbsent(
                        step.span()
                                .text(TraceNames.EVALUATION_NAME)
                                .orElse(step.span().name()),
                        shown);
            } else if (parent == 0) {
                application.add(shown);
            }
        }
        if (steps.size() > made.size()) {
            application.add(new StepResult()
                    .setName("and " + (steps.size() - made.size()) + " more steps, see the trace")
                    .setStatus(Status.PASSED));
        }
    }

    /** Below the deepest level steps stand beside the one they belong to. */
    private static int parent(List<Step> steps, Step step) {
        int parent = step.parent();
        while (parent >= 0 && steps.get(parent).depth() >= DEEPEST) {
            parent = steps.get(parent).parent();
        }
        return parent;
    }

    /** What the application did; the invocation itself is the test, and no step. */
    List<StepResult> application() {
        return application;
    }

    /** Gives the step of a score its times, and what was done to make it. */
    void fill(String score, StepResult step) {
        StepResult evaluation = evaluations.remove(score);
        if (evaluation != null) {
            step.setStart(evaluation.getStart()).setStop(evaluation.getStop());
            step.getSteps().addAll(evaluation.getSteps());
        }
    }

    /** What was scored besides, such as by the test itself. */
    Collection<StepResult> otherEvaluations() {
        return evaluations.values();
    }

    private static StepResult shown(TraceSpan span) {
        StepResult step = new StepResult()
                .setName(StepWords.name(span))
                .setStatus(span.failed() ? Status.BROKEN : Status.PASSED)
                .setStart(TimeUnit.NANOSECONDS.toMillis(span.startNanos()))
                .setStop(TimeUnit.NANOSECONDS.toMillis(Math.max(span.startNanos(), span.endNanos())));
        span.error()
                .ifPresent(error ->
                        step.setStatusDetails(new StatusDetails().setMessage(Printable.block(error, LONGEST_ERROR))));
        parameters(span)
                .forEach((name, value) -> step.getParameters()
                        .add(new Parameter().setName(name).setValue(Printable.line(value, LONGEST_VALUE))));
        return step;
    }

    private static Map<String, String> parameters(TraceSpan span) {
        Map<String, String> said = new LinkedHashMap<>();
        if (span.kind() != SpanKind.OTHER) {
            said.put("kind", span.kind().name().toLowerCase(Locale.ROOT));
        }
        span.model().ifPresent(model -> said.put("model", model));
        span.query().ifPresent(query -> said.put("query", query));
        span.documents().ifPresent(documents -> said.put("documents", ids(documents)));
        put(said, "arguments", span.text(TraceNames.TOOL_CALL_ARGUMENTS));
        put(said, "result", span.text(TraceNames.TOOL_CALL_RESULT));
        put(said, "tokens", Optional.of(Amounts.tokensInWords(span.usage())));
        put(said, "cost", Optional.of(Amounts.cost(span)));
        return said;
    }

    private static void put(Map<String, String> said, String name, Optional<String> value) {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> said.put(name, text));
    }

    private static String ids(List<Document> documents) {
        return documents.isEmpty()
                ? "none"
                : documents.stream().map(Document::id).collect(Collectors.joining(", "));
    }
}
