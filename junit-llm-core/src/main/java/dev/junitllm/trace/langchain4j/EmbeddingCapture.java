package dev.junitllm.trace.langchain4j;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceTexts;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.listener.EmbeddingModelErrorContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.listener.EmbeddingModelRequestContext;
import dev.langchain4j.model.embedding.listener.EmbeddingModelResponseContext;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a span of each call of an embedding model. */
final class EmbeddingCapture implements EmbeddingModelListener {

    /** What LangChain4j calls a model that doesn't say its name. */
    private static final String UNKNOWN = "unknown";

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;

    EmbeddingCapture(Supplier<Tracer> tracer, BooleanSupplier areKept) {
        this.tracer = tracer;
        this.areKept = areKept;
    }

    @Override
    public void onRequest(EmbeddingModelRequestContext context) {
        if (areKept.getAsBoolean()) {
            begin(context);
        }
    }

    private void begin(EmbeddingModelRequestContext context) {
        String model = name(context.embeddingModel());
        RecordedStep span = RecordedStep.begin(
                        tracer.get(), Context.current(), SpanKind.EMBEDDING, TraceNames.OPERATION_EMBEDDINGS, model)
                .set(TraceNames.PROVIDER_NAME, ProviderNames.of(context.modelProvider()))
                .set(TraceNames.REQUEST_MODEL, model);
        context.attributes().put(this, span);
        span.set(
                TraceNames.INPUT_VALUE,
                TraceTexts.oneOrArray(
                        context.textSegments().stream().map(TextSegment::text).toList()));
    }

    private static String name(@Nullable EmbeddingModel model) {
        String name = model == null ? null : model.modelName();
        return name == null || name.equals(UNKNOWN) ? "" : name;
    }

    @Override
    public void onResponse(EmbeddingModelResponseContext context) {
        if (!(context.attributes().remove(this) instanceof RecordedStep span)) {
            return;
        }
        try {
            answered(context.embeddingResponse(), span);
        } finally {
            span.end();
        }
    }

    private static void answered(EmbeddingResponse response, RecordedStep span) {
        if (!response.embeddings().isEmpty()) {
            span.set(
                    TraceNames.EMBEDDING_DIMENSIONS,
                    response.embeddings().get(0).dimension());
        }
        span.set(TraceNames.RESPONSE_MODEL, response.modelName()).usage(TokenUsages.of(response.tokenUsage()));
    }

    @Override
    public void onError(EmbeddingModelErrorContext context) {
        if (context.attributes().remove(this) instanceof RecordedStep span) {
            span.failed(context.error()).end();
        }
    }
}
