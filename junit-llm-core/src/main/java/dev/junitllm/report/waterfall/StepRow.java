package dev.junitllm.report.waterfall;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.NotableSteps;
import dev.junitllm.trace.SpanTree.Step;
import dev.junitllm.trace.StepWords;
import java.util.Locale;
import java.util.stream.Stream;

/** A step in one line: its name below that of the step it belongs to, its kind, a bar on the axis, and what it took. */
final class StepRow {

    /** Deeper ones are not moved further to the right: there must be room for their names. */
    private static final int DEEPEST = 12;

    /** In percent of the axis: behind it there is no room for a label. */
    private static final double LATE = 93;

    private final Markup out;
    private final TimeAxis axis;
    private final NotableSteps notable;

    StepRow(Markup out, TimeAxis axis, NotableSteps notable) {
        this.out = out;
        this.axis = axis;
        this.notable = notable;
    }

    static String anchor(int place) {
        return "s" + place;
    }

    /** The page says above whose invocation it is. */
    static String name(Step step) {
        TraceSpan span = step.span();
        if (step.parent() < 0 && span.text(TraceNames.TEST_CLASS).isPresent()) {
            return "test";
        }
        return span.text(TraceNames.EVALUATION_NAME).orElseGet(() -> StepWords.name(span));
    }

    static String style(Step step) {
        return "step " + kind(step) + (step.parent() >= 0 && step.span().failed() ? " failed" : "");
    }

    private static String kind(Step step) {
        return step.parent() < 0 ? "test" : step.span().kind().name().toLowerCase(Locale.ROOT);
    }

    void head() {
        out.element("div", "row head", () -> {
            out.element("span", "name", "step");
            out.element("span", "kind", "kind");
            out.element(
                    "span",
                    "track",
                    () -> axis.ticks()
                            .forEach(tick -> out.open(
                                            "span",
                                            "class",
                                            tick.percent() > LATE ? "tick late" : "tick",
                                            "style",
                                            "left:" + TimeAxis.css(tick.percent()))
                                    .line(tick.label())
                                    .close("span")));
            out.element("span", "time", "time");
            out.element("span", "tokens", "tokens");
            out.element("span", "cost", "cost");
        });
    }

    void write(Step step) {
        TraceSpan span = step.span();
        out.open("span", "class", "name", "style", "--depth:" + Math.min(step.depth(), DEEPEST));
        out.element("span", "label", name(step));
        badges(step);
        out.close("span");
        out.element(
                "span", "kind", kind(step).equals("llm") ? "LLM" : kind(step).equals("test") ? "" : kind(step));
        out.element(
                "span",
                "track",
                () -> out.open("span", "class", "bar", "style", axis.bar(span)).close("span"));
        out.element("span", "time", StepWords.time(span.duration()));
        out.element("span", "tokens", Amounts.tokens(span.usage()));
        out.element("span", "cost", Amounts.cost(span));
    }

    private void badges(Step step) {
        TraceSpan span = step.span();
        if (step.parent() >= 0 && span.failed()) {
            out.element("b", "badge bad", "failed");
        }
        if (Boolean.TRUE.equals(span.attributes().get(TraceNames.NOT_ENDED))) {
            out.element("b", "badge odd", "not ended");
        }
        if (notable.slowest().filter(step::equals).isPresent()) {
            out.element("b", "badge slow", "slowest");
        }
        if (span.kind() == SpanKind.EVALUATION) {
            ScoreSaid.of(span).forEach(score -> out.element("b", "badge " + score.style(), score.shortWords()));
        }
        span.model()
                .filter(model -> Stream.of(TraceNames.REQUEST_MODEL, TraceNames.RESPONSE_MODEL)
                        .noneMatch(said ->
                                span.text(said).filter(span.name()::contains).isPresent()))
                .ifPresent(model -> out.element("span", "model", model));
    }
}
