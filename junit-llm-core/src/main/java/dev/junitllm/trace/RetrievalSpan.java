package dev.junitllm.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Document;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import java.util.List;

/** A search for documents, recorded by hand. */
public final class RetrievalSpan extends LlmSpan {

    RetrievalSpan(String source) {
        super(SpanKind.RETRIEVAL, TraceNames.OPERATION_RETRIEVAL, source);
        put(TraceNames.DATA_SOURCE_ID, source);
    }

    /**
     * Says what is searched for.
     *
     * @param text the query
     */
    public void query(String text) {
        put(TraceNames.RETRIEVAL_QUERY, text);
        put(TraceNames.INPUT_VALUE, text);
    }

    /**
     * Says how many documents are asked for.
     *
     * @param number at least 1
     */
    public void topK(int number) {
        attribute(TraceNames.REQUEST_TOP_K, number);
    }

    /**
     * Says what was found.
     *
     * @param documents best first; none where nothing was found, which is something else than not having looked
     */
    public void documents(List<Document> documents) {
        String json = json(documents).toString();
        put(TraceNames.RETRIEVAL_DOCUMENTS, json);
        output(json);
    }

    @Override
    void returned(Object result) {
        if (hasOutput()) {
            return;
        }
        if (result instanceof List<?> list && list.stream().allMatch(Document.class::isInstance)) {
            documents(list.stream().map(Document.class::cast).toList());
        } else {
            output(result);
        }
    }

    private static ArrayNode json(List<Document> documents) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        documents.forEach(document -> {
            ObjectNode one = array.addObject().put("id", document.id());
            document.score().ifPresent(score -> one.put("score", score));
            one.put("content", document.text());
            if (!document.metadata().isEmpty()) {
                document.metadata().forEach(one.putObject("metadata")::put);
            }
        });
        return array;
    }
}
