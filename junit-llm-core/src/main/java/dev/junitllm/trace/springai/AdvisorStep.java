package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import org.springframework.ai.chat.client.advisor.observation.AdvisorObservationContext;

/** An advisor, with what comes after it. */
final class AdvisorStep implements SpringAiStep<AdvisorObservationContext> {

    @Override
    public Class<AdvisorObservationContext> type() {
        return AdvisorObservationContext.class;
    }

    @Override
    public SpanKind kind() {
        return SpanKind.CHAIN;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_INVOKE_WORKFLOW;
    }

    @Override
    public String subject(AdvisorObservationContext context) {
        return context.getAdvisorName();
    }

    @Override
    public void begin(AdvisorObservationContext context, RecordedStep span) {
        span.set(TraceNames.WORKFLOW_NAME, context.getAdvisorName());
    }

    @Override
    public void end(AdvisorObservationContext context, RecordedStep span) {
        ChatClientStep.output(context.getChatClientResponse(), span);
    }
}
