package dev.junitllm.trace.langchain4j;

import dev.junitllm.trace.Traces;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.observability.api.listener.AiServiceListener;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import java.util.List;
import java.util.function.Function;

/**
 * Records what an application does through LangChain4j: calls of models, embeddings, searches, and, of AI services, the service
 * itself, its tools and its guardrails. The library is the user's: {@code dev.langchain4j:langchain4j-core}, 1.20 or later.
 *
 * <pre>{@code
 * OpenAiChatModel.builder()…listeners(LangChain4jTraces.chatListener()).build()
 * AiServices.builder(Assistant.class)…contentRetriever(LangChain4jTraces.retriever("handbook", retriever)).build()
 * }</pre>
 *
 * <p>AI services need nothing: LangChain4j finds their listeners by itself.
 */
public final class LangChain4jTraces {

    /** Deliberately one for the whole process: LangChain4j makes services' listeners by itself, and they tell models' listeners whom they serve. */
    private static final LangChain4jCapture CAPTURE =
            new LangChain4jCapture(() -> Traces.tracer("dev.junitllm.langchain4j"), Traces::areKept);

    private LangChain4jTraces() {}

    /**
     * For chat models, streaming ones included.
     *
     * @return the listener, for any number of models
     */
    public static ChatModelListener chatListener() {
        return CAPTURE.chatListener();
    }

    /**
     * For embedding models.
     *
     * @return the listener, for any number of models
     */
    public static EmbeddingModelListener embeddingListener() {
        return CAPTURE.embeddingListener();
    }

    /**
     * A retriever that does what another does, and records it. A document's id is {@code id} or {@code document_id} of its
     * metadata, else the id it has in the store of embeddings.
     *
     * @param name what is searched, such as {@code handbook}
     * @param retriever the application's
     * @return the retriever
     */
    public static ContentRetriever retriever(String name, ContentRetriever retriever) {
        return retriever(name, retriever, FoundContents::id);
    }

    /**
     * A retriever that does what another does, and records it.
     *
     * @param name what is searched, such as {@code handbook}
     * @param retriever the application's
     * @param id gives what was found the id by which golden sets name it
     * @return the retriever
     */
    public static ContentRetriever retriever(String name, ContentRetriever retriever, Function<Content, String> id) {
        return CAPTURE.retriever(name, retriever, id);
    }

    /**
     * For AI services, where a framework makes their listeners itself and LangChain4j doesn't find ours:
     * {@code AiServices.builder(…).registerListeners(LangChain4jTraces.aiServiceListeners())}. Elsewhere they would record
     * everything twice.
     *
     * @return the listeners
     */
    public static List<AiServiceListener<?>> aiServiceListeners() {
        return CAPTURE.aiServiceListeners();
    }
}
