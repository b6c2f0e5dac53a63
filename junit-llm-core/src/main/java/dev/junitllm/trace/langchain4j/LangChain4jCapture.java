package dev.junitllm.trace.langchain4j;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.observability.api.listener.AiServiceListener;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Listeners that know of each other. */
final class LangChain4jCapture {

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;
    private final IssuedRequests issued = new IssuedRequests();
    private final AiServiceCapture services;

    LangChain4jCapture(Supplier<Tracer> tracer, BooleanSupplier areKept) {
        this.tracer = tracer;
        this.areKept = areKept;
        this.services = new AiServiceCapture(tracer, areKept, issued);
    }

    ChatModelListener chatListener() {
        return new ChatCapture(tracer, areKept, issued);
    }

    EmbeddingModelListener embeddingListener() {
        return new EmbeddingCapture(tracer, areKept);
    }

    ContentRetriever retriever(String name, ContentRetriever retriever, Function<Content, String> id) {
        return new RecordedRetriever(tracer, areKept, services::parentOf, name, retriever, id);
    }

    List<AiServiceListener<?>> aiServiceListeners() {
        return services.listeners();
    }
}
