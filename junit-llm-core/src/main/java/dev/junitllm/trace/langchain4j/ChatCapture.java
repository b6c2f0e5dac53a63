package dev.junitllm.trace.langchain4j;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceMessages;
import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each call of a chat model. A streamed answer comes on a thread of the HTTP client's, where nothing is current:
 * the span waits in the attributes of the call.
 */
final class ChatCapture implements ChatModelListener {

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;
    private final IssuedRequests issued;

    ChatCapture(Supplier<Tracer> tracer, BooleanSupplier areKept, IssuedRequests issued) {
        this.tracer = tracer;
        this.areKept = areKept;
        this.issued = issued;
    }

    @Override
    public void onRequest(ChatModelRequestContext context) {
        if (areKept.getAsBoolean()) {
            begin(context);
        }
    }

    private void begin(ChatModelRequestContext context) {
        ChatRequest request = context.chatRequest();
        Context parent = issued.take(request.messages()).orElseGet(Context::current);
        String model = request.modelName() == null ? "" : request.modelName();
        RecordedStep span = RecordedStep.begin(tracer.get(), parent, SpanKind.LLM, TraceNames.OPERATION_CHAT, model)
                .set(TraceNames.PROVIDER_NAME, ProviderNames.of(context.modelProvider()))
                .set(TraceNames.REQUEST_MODEL, model);
        context.attributes().put(this, span);
        span.set(TraceNames.REQUEST_TEMPERATURE, request.temperature())
                .set(TraceNames.REQUEST_TOP_P, request.topP())
                .set(TraceNames.REQUEST_TOP_K, request.topK())
                .set(TraceNames.REQUEST_MAX_TOKENS, request.maxOutputTokens())
                .set(TraceNames.REQUEST_FREQUENCY_PENALTY, request.frequencyPenalty())
                .set(TraceNames.REQUEST_PRESENCE_PENALTY, request.presencePenalty())
                .set(TraceNames.REQUEST_STOP_SEQUENCES, request.stopSequences())
                .set(TraceNames.OUTPUT_TYPE, outputType(request.responseFormat()))
                .set(TraceNames.TOOL_DEFINITIONS, ToolSpecifications.json(request.toolSpecifications()))
                .asked(ConvertedMessages.of(request.messages()));
    }

    private static @Nullable String outputType(@Nullable ResponseFormat format) {
        return format == null ? null : format.type() == ResponseFormatType.JSON ? "json" : "text";
    }

    @Override
    public void onResponse(ChatModelResponseContext context) {
        if (!(taken(context.attributes()) instanceof RecordedStep span)) {
            return;
        }
        try {
            answered(context.chatResponse(), span);
        } finally {
            span.end();
        }
    }

    private static void answered(ChatResponse response, RecordedStep span) {
        String reason = response.finishReason() == null ? null : ConvertedMessages.reason(response.finishReason());
        TraceMessages messages =
                ConvertedMessages.of(List.of(response.aiMessage())).finish(reason);
        span.answered(messages)
                .set(TraceNames.RESPONSE_ID, response.id())
                .set(TraceNames.RESPONSE_MODEL, response.modelName())
                .set(TraceNames.RESPONSE_FINISH_REASONS, reason == null ? null : List.of(reason))
                .usage(TokenUsages.of(response.tokenUsage()));
    }

    @Override
    public void onError(ChatModelErrorContext context) {
        if (taken(context.attributes()) instanceof RecordedStep span) {
            span.failed(context.error()).end();
        }
    }

    private @Nullable Object taken(Map<Object, Object> attributes) {
        return attributes.remove(this);
    }
}
