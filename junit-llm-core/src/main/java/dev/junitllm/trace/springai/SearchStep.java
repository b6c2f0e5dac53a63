package dev.junitllm.trace.springai;

import dev.junitllm.Document;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceDocuments;
import io.micrometer.observation.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.observation.VectorStoreObservationContext;

/** A search of a vector store; what is added to it or deleted is no step. */
final class SearchStep implements SpringAiStep<VectorStoreObservationContext> {

    @Override
    public Class<VectorStoreObservationContext> type() {
        return VectorStoreObservationContext.class;
    }

    @Override
    public boolean isOf(Observation.Context context) {
        return context instanceof VectorStoreObservationContext store
                && store.getOperationName().equals(VectorStoreObservationContext.Operation.QUERY.value());
    }

    @Override
    public SpanKind kind() {
        return SpanKind.RETRIEVAL;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_RETRIEVAL;
    }

    @Override
    public String subject(VectorStoreObservationContext context) {
        String collection = context.getCollectionName();
        return collection == null || collection.isBlank() ? context.getDatabaseSystem() : collection;
    }

    @Override
    public void begin(VectorStoreObservationContext context, RecordedStep span) {
        span.set(TraceNames.DATA_SOURCE_ID, subject(context));
        SearchRequest request = context.getQueryRequest();
        if (request != null) {
            span.set(TraceNames.RETRIEVAL_QUERY, request.getQuery())
                    .set(TraceNames.INPUT_VALUE, request.getQuery())
                    .set(TraceNames.REQUEST_TOP_K, request.getTopK());
        }
    }

    @Override
    public void end(VectorStoreObservationContext context, RecordedStep span) {
        List<org.springframework.ai.document.Document> found = context.getQueryResponse();
        if (found != null) {
            span.set(
                    TraceNames.RETRIEVAL_DOCUMENTS,
                    TraceDocuments.json(found.stream().map(SearchStep::document).toList()));
        }
    }

    private static Document document(org.springframework.ai.document.Document found) {
        Map<String, String> metadata = new LinkedHashMap<>();
        found.getMetadata().forEach((name, value) -> metadata.put(name, String.valueOf(value)));
        String text = found.getText();
        return new Document(found.getId(), text == null ? "" : text, found.getScore(), metadata);
    }
}
