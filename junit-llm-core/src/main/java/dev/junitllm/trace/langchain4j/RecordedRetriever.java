package dev.junitllm.trace.langchain4j;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceDocuments;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** A retriever that makes a span of each search. Not by LangChain4j's listener, in which an embedding would be no part of it. */
final class RecordedRetriever implements ContentRetriever {

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;
    private final Function<Query, Context> parents;
    private final String name;
    private final ContentRetriever retriever;
    private final Function<Content, String> ids;

    RecordedRetriever(
            Supplier<Tracer> tracer,
            BooleanSupplier areKept,
            Function<Query, Context> parents,
            String name,
            ContentRetriever retriever,
            Function<Content, String> ids) {
        this.tracer = tracer;
        this.areKept = areKept;
        this.parents = parents;
        this.name = name;
        this.retriever = retriever;
        this.ids = ids;
    }

    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    public List<Content> retrieve(Query query) {
        if (!areKept.getAsBoolean()) {
            return retriever.retrieve(query);
        }
        RecordedStep span = begin(query);
        try (Scope scope = span.context().makeCurrent()) {
            List<Content> contents = retriever.retrieve(query);
            found(contents, span);
            return contents;
        } catch (RuntimeException | Error e) {
            span.failed(e);
            throw e;
        } finally {
            span.end();
        }
    }

    @Override
    @SuppressWarnings("try")
    public CompletableFuture<List<Content>> retrieveAsync(Query query) {
        if (!areKept.getAsBoolean()) {
            return retriever.retrieveAsync(query);
        }
        RecordedStep span = begin(query);
        try (Scope scope = span.context().makeCurrent()) {
            return retriever.retrieveAsync(query).whenComplete((contents, thrown) -> {
                if (contents != null) {
                    found(contents, span);
                }
                if (thrown != null) {
                    span.failed(thrown);
                }
                span.end();
            });
        } catch (RuntimeException | Error e) {
            span.failed(e).end();
            throw e;
        }
    }

    private RecordedStep begin(Query query) {
        return RecordedStep.begin(
                        tracer.get(), parents.apply(query), SpanKind.RETRIEVAL, TraceNames.OPERATION_RETRIEVAL, name)
                .set(TraceNames.DATA_SOURCE_ID, name)
                .set(TraceNames.RETRIEVAL_QUERY, query.text())
                .set(TraceNames.INPUT_VALUE, query.text());
    }

    private void found(List<Content> contents, RecordedStep span) {
        span.set(TraceNames.RETRIEVAL_DOCUMENTS, TraceDocuments.json(FoundContents.documents(contents, ids)));
    }
}
