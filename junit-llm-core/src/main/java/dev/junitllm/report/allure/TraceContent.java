package dev.junitllm.report.allure;

import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.report.waterfall.Heading;
import dev.junitllm.report.waterfall.WaterfallPage;
import dev.junitllm.trace.SpanTree;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.WithAttachments;

/** A trace in the result of its test: its steps, and the whole as a page. */
final class TraceContent {

    private final Trace trace;
    private final Heading heading;
    private final SpanTree tree;
    private final TraceSteps steps;

    /**
     * A trace.
     *
     * @param trace the trace, without secrets
     * @param heading what it is of
     */
    TraceContent(Trace trace, Heading heading) {
        this.trace = trace;
        this.heading = heading;
        this.tree = SpanTree.of(trace);
        this.steps = new TraceSteps(tree);
    }

    /** All of it, in a result that shows no scores. */
    void showIn(TestResult shown, Attachments attachments) {
        shown.getSteps().addAll(steps.application());
        shown.getSteps().addAll(steps.otherEvaluations());
        if (!heading.file().isEmpty()) {
            shown.getParameters()
                    .add(new Parameter()
                            .setName("trace")
                            .setValue(heading.file())
                            .setExcluded(true));
        }
        attachTo(shown, attachments);
    }

    TraceSteps steps() {
        return steps;
    }

    void attachTo(WithAttachments shown, Attachments attachments) {
        if (saysMore()) {
            attachments.html(shown, "trace", WaterfallPage.of(heading, trace));
        }
    }

    /** Than that the test ran and was scored, which is shown without a page of its own. */
    private boolean saysMore() {
        return tree.steps().stream()
                .anyMatch(step -> step.parent() < 0
                        ? step.span().events().stream()
                                .anyMatch(event -> event.name().equals(TraceNames.LOG))
                        : step.span().kind() != SpanKind.EVALUATION);
    }
}
