package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;

/** A call of a tool, recorded by hand. */
public final class ToolSpan extends LlmSpan {

    ToolSpan(String name) {
        super(SpanKind.TOOL, TraceNames.OPERATION_EXECUTE_TOOL, name);
        put(TraceNames.TOOL_NAME, name);
    }

    /**
     * Says which call of the model this answers.
     *
     * @param id as the model gave it
     */
    public void callId(String id) {
        put(TraceNames.TOOL_CALL_ID, id);
    }

    /**
     * Says what the tool was called with.
     *
     * @param arguments JSON as a text, or anything that JSON can say, best a map by the names of the parameters
     */
    public void arguments(Object arguments) {
        String text = ValueText.of(arguments);
        put(TraceNames.TOOL_CALL_ARGUMENTS, text);
        put(TraceNames.INPUT_VALUE, text);
    }

    /**
     * Says what the tool gave back.
     *
     * @param result a text, or anything that JSON can say
     */
    public void result(Object result) {
        output(result);
    }

    @Override
    public void output(Object value) {
        super.output(value);
        put(TraceNames.TOOL_CALL_RESULT, ValueText.of(value));
    }
}
