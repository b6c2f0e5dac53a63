package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceTexts;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.embedding.observation.EmbeddingModelObservationContext;

/** A call of an embedding model. */
final class EmbeddingStep implements SpringAiStep<EmbeddingModelObservationContext> {

    @Override
    public Class<EmbeddingModelObservationContext> type() {
        return EmbeddingModelObservationContext.class;
    }

    @Override
    public SpanKind kind() {
        return SpanKind.EMBEDDING;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_EMBEDDINGS;
    }

    @Override
    public String subject(EmbeddingModelObservationContext context) {
        EmbeddingOptions options = context.getRequest().getOptions();
        String model = options == null ? null : options.getModel();
        return model == null ? "" : model;
    }

    @Override
    public void begin(EmbeddingModelObservationContext context, RecordedStep span) {
        span.set(TraceNames.PROVIDER_NAME, SpringAiProviders.of(context.getOperationMetadata()))
                .set(TraceNames.REQUEST_MODEL, subject(context))
                .set(
                        TraceNames.INPUT_VALUE,
                        TraceTexts.oneOrArray(context.getRequest().getInstructions()));
    }

    @Override
    public void end(EmbeddingModelObservationContext context, RecordedStep span) {
        EmbeddingResponse response = context.getResponse();
        if (response == null) {
            return;
        }
        if (!response.getResults().isEmpty()) {
            span.set(
                    TraceNames.EMBEDDING_DIMENSIONS,
                    response.getResults().get(0).getOutput().length);
        }
        span.set(TraceNames.RESPONSE_MODEL, response.getMetadata().getModel())
                .usage(SpringAiUsage.of(response.getMetadata().getUsage()));
    }
}
