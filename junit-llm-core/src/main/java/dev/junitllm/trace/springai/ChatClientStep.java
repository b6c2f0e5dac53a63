package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.observation.ChatClientObservationContext;

/** A chat client's work for one question: its advisors, models and tools. */
final class ChatClientStep implements SpringAiStep<ChatClientObservationContext> {

    private static final String NAME = "chat_client";

    @Override
    public Class<ChatClientObservationContext> type() {
        return ChatClientObservationContext.class;
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
    public String subject(ChatClientObservationContext context) {
        return NAME;
    }

    @Override
    public void begin(ChatClientObservationContext context, RecordedStep span) {
        span.set(TraceNames.WORKFLOW_NAME, NAME)
                .set(
                        TraceNames.INPUT_VALUE,
                        SpringAiMessages.of(context.getRequest().prompt().getInstructions())
                                .lastText("user")
                                .orElse(null));
    }

    @Override
    public void end(ChatClientObservationContext context, RecordedStep span) {
        output(context.getResponse(), span);
    }

    static void output(@Nullable ChatClientResponse response, RecordedStep span) {
        if (response != null && response.chatResponse() != null) {
            span.set(
                    TraceNames.OUTPUT_VALUE,
                    SpringAiMessages.answers(response.chatResponse().getResults())
                            .text()
                            .orElse(null));
        }
    }
}
