package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.ChatOptions;

/** A call of a chat model. */
final class ChatModelStep implements SpringAiStep<ChatModelObservationContext> {

    @Override
    public Class<ChatModelObservationContext> type() {
        return ChatModelObservationContext.class;
    }

    @Override
    public SpanKind kind() {
        return SpanKind.LLM;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_CHAT;
    }

    @Override
    public String subject(ChatModelObservationContext context) {
        ChatOptions options = context.getRequest().getOptions();
        String model = options == null ? null : options.getModel();
        return model == null ? "" : model;
    }

    @Override
    public void begin(ChatModelObservationContext context, RecordedStep span) {
        span.set(TraceNames.PROVIDER_NAME, SpringAiProviders.of(context.getOperationMetadata()))
                .set(TraceNames.REQUEST_MODEL, subject(context))
                .asked(SpringAiMessages.of(context.getRequest().getInstructions()));
        ChatOptions options = context.getRequest().getOptions();
        if (options != null) {
            span.set(TraceNames.REQUEST_TEMPERATURE, options.getTemperature())
                    .set(TraceNames.REQUEST_TOP_P, options.getTopP())
                    .set(TraceNames.REQUEST_TOP_K, options.getTopK())
                    .set(TraceNames.REQUEST_MAX_TOKENS, options.getMaxTokens())
                    .set(TraceNames.REQUEST_FREQUENCY_PENALTY, options.getFrequencyPenalty())
                    .set(TraceNames.REQUEST_PRESENCE_PENALTY, options.getPresencePenalty())
                    .set(TraceNames.REQUEST_STOP_SEQUENCES, options.getStopSequences())
                    .set(TraceNames.TOOL_DEFINITIONS, SpringAiTools.json(options));
        }
    }

    @Override
    public void end(ChatModelObservationContext context, RecordedStep span) {
        ChatResponse response = context.getResponse();
        if (response != null) {
            answered(response, span);
        }
    }

    static void answered(ChatResponse response, RecordedStep span) {
        List<String> reasons = response.getResults().stream()
                .map(ChatModelStep::reason)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        span.answered(SpringAiMessages.answers(response.getResults()))
                .set(TraceNames.RESPONSE_FINISH_REASONS, reasons)
                .set(TraceNames.RESPONSE_ID, response.getMetadata().getId())
                .set(TraceNames.RESPONSE_MODEL, response.getMetadata().getModel())
                .usage(SpringAiUsage.of(response.getMetadata().getUsage()));
    }

    /** Spring AI writes most providers' reasons in capitals. */
    static @Nullable String reason(Generation generation) {
        ChatGenerationMetadata metadata = generation.getMetadata();
        String reason = metadata == null ? null : metadata.getFinishReason();
        return reason == null || reason.isEmpty() ? null : reason.toLowerCase(Locale.ROOT);
    }
}
