package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.Reported;
import org.springframework.ai.tool.observation.ToolCallingObservationContext;

/** A tool. Its call's id is known since Spring AI 2.0. */
final class ToolStep implements SpringAiStep<ToolCallingObservationContext> {

    @Override
    public Class<ToolCallingObservationContext> type() {
        return ToolCallingObservationContext.class;
    }

    @Override
    public SpanKind kind() {
        return SpanKind.TOOL;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_EXECUTE_TOOL;
    }

    @Override
    public String subject(ToolCallingObservationContext context) {
        return context.getToolDefinition().name();
    }

    @Override
    public void begin(ToolCallingObservationContext context, RecordedStep span) {
        span.set(TraceNames.TOOL_NAME, context.getToolDefinition().name())
                .set(TraceNames.TOOL_DESCRIPTION, context.getToolDefinition().description())
                .set(TraceNames.TOOL_TYPE, "function")
                .set(TraceNames.TOOL_CALL_ARGUMENTS, context.getToolCallArguments())
                .set(TraceNames.INPUT_VALUE, context.getToolCallArguments());
        if (Reported.value(context, "getToolCallId") instanceof String id) {
            span.set(TraceNames.TOOL_CALL_ID, id);
        }
    }

    @Override
    public void end(ToolCallingObservationContext context, RecordedStep span) {
        span.set(TraceNames.TOOL_CALL_RESULT, context.getToolCallResult())
                .set(TraceNames.OUTPUT_VALUE, context.getToolCallResult());
    }
}
