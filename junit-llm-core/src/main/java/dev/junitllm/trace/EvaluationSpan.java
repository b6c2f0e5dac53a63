package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A score being made, recorded by hand. */
public final class EvaluationSpan extends LlmSpan {

    private static final String ERROR = "error";

    private final String name;
    private @Nullable Double bar;

    EvaluationSpan(String name) {
        this(name, Context.current(), null);
    }

    EvaluationSpan(String name, Context parent, @Nullable SpanContext judged) {
        super(SpanKind.EVALUATION, "", name, parent, judged);
        this.name = name;
        put(TraceNames.EVALUATION_NAME, name);
    }

    /**
     * Says what the score is held against.
     *
     * @param atLeast the bar; to be said before the result
     */
    public void bar(double atLeast) {
        bar = atLeast;
        attribute(TraceNames.EVALUATION_THRESHOLD, atLeast);
    }

    /**
     * Says what the score is.
     *
     * @param value the score
     * @param label such as {@code pass} or {@code fail}; empty for none
     * @param explanation why; empty for none
     */
    public void result(double value, String label, String explanation) {
        add(said(label, explanation).put(TraceNames.EVALUATION_SCORE_VALUE, value));
        output(value);
    }

    /**
     * Says that there is no score, since it doesn't apply.
     *
     * @param explanation why; empty for none
     */
    public void notApplicable(String explanation) {
        add(said("not_applicable", explanation));
    }

    /**
     * Says that the score could not be made.
     *
     * @param type the kind of error, such as {@code TIMEOUT}
     * @param message what happened
     */
    public void notMade(String type, String message) {
        add(said(ERROR, message).put(TraceNames.ERROR_TYPE, type));
        put(TraceNames.ERROR_TYPE, type);
        span().setStatus(StatusCode.ERROR, message);
    }

    private AttributesBuilder said(String label, String explanation) {
        AttributesBuilder said = Attributes.builder().put(TraceNames.EVALUATION_NAME, name);
        if (bar != null) {
            said.put(TraceNames.EVALUATION_THRESHOLD, bar);
        }
        if (!label.isEmpty()) {
            said.put(TraceNames.EVALUATION_SCORE_LABEL, label);
        }
        if (!explanation.isEmpty()) {
            said.put(TraceNames.EVALUATION_EXPLANATION, explanation);
        }
        return said;
    }

    private void add(AttributesBuilder said) {
        span().addEvent(TraceNames.EVALUATION_RESULT, said.build());
    }

    @Override
    void returned(Object result) {
        if (!hasOutput() && result instanceof Number value) {
            result(value.doubleValue(), "", "");
        }
    }
}
