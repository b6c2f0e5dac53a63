package dev.junitllm.trace.langchain4j;

import static dev.junitllm.trace.recording.RecordedSpans.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.ModelServer;
import dev.junitllm.trace.recording.RecordedSpans;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the real library, whose HTTP client is the JDK's. */
@Timeout(60)
class LangChain4jTracesTest {

    private final RecordedSpans spans = new RecordedSpans();
    private final AtomicBoolean areKept = new AtomicBoolean(true);
    private final LangChain4jCapture capture = new LangChain4jCapture(spans::tracer, areKept::get);
    private final List<ModelServer> servers = new ArrayList<>();

    interface Assistant {
        String answer(String question);
    }

    interface StreamingAssistant {
        TokenStream answer(String question);
    }

    static final class Tools {
        @Tool("finds the days of leave")
        String leave(@P("country") String country) {
            return "30 days in " + country;
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(ModelServer::close);
    }

    @Test
    void recordsACallOfAModel() {
        ChatModel model = chat(body -> ModelServer.says("30 days."));

        inTest(() -> model.chat(ChatRequest.builder()
                .messages(SystemMessage.from("Be brief."), UserMessage.from("How long?"))
                .temperature(0.5)
                .maxOutputTokens(99)
                .stopSequences(List.of("END"))
                .build()));

        SpanData span = spans.named("chat gpt-4o-mini");
        assertThat(span.getParentSpanId()).isEqualTo(spans.named("test").getSpanId());
        assertThat(says(span))
                .containsEntry(TraceNames.KIND, "llm")
                .containsEntry(TraceNames.OPERATION_NAME, "chat")
                .containsEntry(TraceNames.PROVIDER_NAME, "openai")
                .containsEntry(TraceNames.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 99L)
                .containsEntry(TraceNames.REQUEST_STOP_SEQUENCES, List.of("END"))
                .containsEntry(TraceNames.INPUT_MESSAGES, """
                        [{"role":"system","parts":[{"type":"text","content":"Be brief."}]},\
                        {"role":"user","parts":[{"type":"text","content":"How long?"}]}]""")
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"text","content":"30 days."}],"finish_reason":"stop"}]""")
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days.")
                .containsEntry(TraceNames.RESPONSE_ID, "chatcmpl-1")
                .containsEntry(TraceNames.RESPONSE_MODEL, "gpt-4o-mini-2024")
                .containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop"))
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 50L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 12L)
                .containsEntry(TraceNames.USAGE_CACHE_READ_TOKENS, 20L)
                .containsEntry(TraceNames.USAGE_REASONING_TOKENS, 3L);
    }

    @Test
    void saysWhyACallFailed() {
        ChatModel model = chat(body -> new MockResponse.Builder()
                .code(400)
                .body("{\"error\":{\"message\":\"no such model\"}}")
                .build());

        assertThatThrownBy(() -> model.chat("How long?")).isInstanceOf(LangChain4jException.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.only().getStatus().getDescription()).contains("no such model");
        assertThat((String) says(spans.only()).get(TraceNames.ERROR_TYPE)).endsWith("Exception");
    }

    @Test
    void givesAStreamedAnswerToWhereItWasAskedFor() {
        OpenAiStreamingChatModel model = streaming(body -> ModelServer.streams("30 ", "days."));
        CompletableFuture<ChatResponse> answer = new CompletableFuture<>();

        inTest(() -> {
            model.chat("How long?", new StreamingChatResponseHandler() {
                @Override
                public void onPartialResponse(String piece) {}

                @Override
                public void onCompleteResponse(ChatResponse response) {
                    answer.complete(response);
                }

                @Override
                public void onError(Throwable error) {
                    answer.completeExceptionally(error);
                }
            });
            return answer.join();
        });

        SpanData span = spans.named("chat gpt-4o-mini");
        assertThat(span.getParentSpanId()).isEqualTo(spans.named("test").getSpanId());
        assertThat(says(span))
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days.")
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 12L);
    }

    @Test
    void recordsEmbeddings() {
        OpenAiEmbeddingModel model = embedding();

        model.embed("How long?");

        SpanData span = spans.named("embeddings text-embedding-3-small");
        assertThat(says(span))
                .containsEntry(TraceNames.KIND, "embedding")
                .containsEntry(TraceNames.PROVIDER_NAME, "openai")
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 3L)
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 4L);
    }

    @Test
    void recordsAServiceWithItsRetrieverAndItsTools() {
        ChatModel model = chat(body -> body.contains("30 days in France")
                ? ModelServer.says("30 days.")
                : ModelServer.calls("leave", "{\"country\":\"France\"}"));
        OpenAiEmbeddingModel embeddings = embedding();
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        TextSegment page = TextSegment.from("Leave is granted.", Metadata.from("id", "leave.md"));
        store.add(embeddings.embed(page).content(), page);
        store.add("stored-2", embeddings.embed("Travel.").content(), TextSegment.from("Travel is paid."));
        spans.all().clear();
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(new Tools())
                .contentRetriever(capture.retriever(
                        "handbook",
                        EmbeddingStoreContentRetriever.builder()
                                .embeddingModel(embeddings)
                                .embeddingStore(store)
                                .build(),
                        FoundContents::id))
                .registerListeners(capture.aiServiceListeners())
                .build();

        assertThat(inTest(() -> assistant.answer("How long in France?"))).isEqualTo("30 days.");

        SpanData service = spans.named("invoke_workflow LangChain4jTracesTest$Assistant.answer");
        SpanData retrieval = spans.named("retrieval handbook");
        SpanData tool = spans.named("execute_tool leave");
        assertThat(service.getParentSpanId()).isEqualTo(spans.named("test").getSpanId());
        assertThat(List.of(retrieval, tool))
                .extracting(SpanData::getParentSpanId)
                .containsOnly(service.getSpanId());
        assertThat(spans.named("embeddings text-embedding-3-small").getParentSpanId())
                .isEqualTo(retrieval.getSpanId());
        assertThat(spans.all().stream().filter(span -> span.getName().equals("chat gpt-4o-mini")))
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(service.getSpanId()));
        assertThat(says(service))
                .containsEntry(TraceNames.INPUT_VALUE, "How long in France?")
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days.");
        assertThat(says(retrieval))
                .containsEntry(TraceNames.KIND, "retrieval")
                .containsEntry(TraceNames.RETRIEVAL_QUERY, "How long in France?");
        assertThat((String) says(retrieval).get(TraceNames.RETRIEVAL_DOCUMENTS))
                .contains(
                        "{\"id\":\"leave.md\",\"score\":1.0,\"content\":\"Leave is granted.\",\"metadata\":{\"id\":\"leave.md\"}}")
                .contains("{\"id\":\"stored-2\",\"score\":1.0,\"content\":\"Travel is paid.\"}");
        assertThat(says(tool))
                .containsEntry(TraceNames.KIND, "tool")
                .containsEntry(TraceNames.TOOL_NAME, "leave")
                .containsEntry(TraceNames.TOOL_CALL_ID, "call_1")
                .containsEntry(TraceNames.TOOL_CALL_ARGUMENTS, "{\"country\":\"France\"}")
                .containsEntry(TraceNames.TOOL_CALL_RESULT, "30 days in France");
        SpanData first = spans.all().stream()
                .filter(span -> span.getName().equals("chat gpt-4o-mini"))
                .findFirst()
                .orElseThrow();
        assertThat((String) says(first).get(TraceNames.TOOL_DEFINITIONS))
                .startsWith(
                        "[{\"type\":\"function\",\"name\":\"leave\",\"description\":\"finds the days of leave\",\"parameters\":{\"type\":\"object\"");
        assertThat((String) says(first).get(TraceNames.OUTPUT_MESSAGES))
                .contains(
                        "\"type\":\"tool_call\",\"id\":\"call_1\",\"name\":\"leave\",\"arguments\":{\"country\":\"France\"}");
        assertThat(tool.getStartEpochNanos()).isGreaterThanOrEqualTo(first.getEndEpochNanos() - 50_000_000);
    }

    @Test
    void failsAServiceWhoseModelFails() {
        ChatModel model = chat(body -> new MockResponse.Builder().code(400).build());
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .registerListeners(capture.aiServiceListeners())
                .build();

        assertThatThrownBy(() -> assistant.answer("How long?")).isInstanceOf(LangChain4jException.class);

        assertThat(spans.all())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void recordsAServiceThatStreams() throws Exception {
        StreamingAssistant assistant = AiServices.builder(StreamingAssistant.class)
                .streamingChatModel(streaming(body -> ModelServer.streams("30 ", "days.")))
                .registerListeners(capture.aiServiceListeners())
                .build();
        CompletableFuture<ChatResponse> answer = new CompletableFuture<>();

        inTest(() -> {
            assistant
                    .answer("How long?")
                    .onPartialResponse(piece -> {})
                    .onCompleteResponse(answer::complete)
                    .onError(answer::completeExceptionally)
                    .start();
            return answer.join();
        });

        SpanData service = spans.awaited("invoke_workflow LangChain4jTracesTest$StreamingAssistant.answer");
        assertThat(spans.named("chat gpt-4o-mini").getParentSpanId()).isEqualTo(service.getSpanId());
        assertThat(says(service)).containsEntry(TraceNames.OUTPUT_VALUE, "30 days.");
    }

    @Test
    void keepsWhatRunsSideBySideApart() throws Exception {
        ChatModel model = chat(body -> body.contains("30 days in")
                ? ModelServer.says("30 days.")
                : ModelServer.calls("leave", "{\"country\":\"France\"}"));
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(new Tools())
                .registerListeners(capture.aiServiceListeners())
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String question = "Question " + i;
                all.add(threads.submit(() -> inTest(() -> assistant.answer(question))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        List<SpanData> tests = spans.all().stream()
                .filter(span -> span.getName().equals("test"))
                .toList();
        assertThat(tests)
                .hasSize(40)
                .allSatisfy(test -> assertThat(spans.all().stream()
                                .filter(span -> span.getTraceId().equals(test.getTraceId()))
                                .map(SpanData::getName))
                        .containsExactlyInAnyOrder(
                                "test",
                                "invoke_workflow LangChain4jTracesTest$Assistant.answer",
                                "chat gpt-4o-mini",
                                "execute_tool leave",
                                "chat gpt-4o-mini"));
    }

    @Test
    void recordsASearchThatFails() {
        var retriever = capture.retriever(
                "handbook",
                query -> {
                    throw new IllegalStateException("no index");
                },
                FoundContents::id);

        assertThatThrownBy(() -> retriever.retrieve(Query.from("How long?"))).isInstanceOf(IllegalStateException.class);

        assertThat(spans.only().getStatus().getDescription()).isEqualTo("no index");
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void looksAtNothingWhereNoTraceIsKept() {
        areKept.set(false);
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(chat(body -> body.contains("30 days in France")
                        ? ModelServer.says("30 days.")
                        : ModelServer.calls("leave", "{\"country\":\"France\"}")))
                .tools(new Tools())
                .contentRetriever(capture.retriever("handbook", query -> List.of(), FoundContents::id))
                .registerListeners(capture.aiServiceListeners())
                .build();

        assertThat(assistant.answer("How long?")).isEqualTo("30 days.");

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void countsAnthropicsCachedTokensAsInput() {
        assertThat(TokenUsages.of(new CachedUsage())).isEqualTo(new dev.junitllm.Usage(157L, 12L, 100L, 7L, null));
    }

    /** As the one of LangChain4j's module for Anthropic, which has these methods. */
    public static final class CachedUsage extends dev.langchain4j.model.output.TokenUsage {

        public CachedUsage() {
            super(50, 12);
        }

        public Integer cacheReadInputTokens() {
            return 100;
        }

        public Integer cacheCreationInputTokens() {
            return 7;
        }
    }

    @SuppressWarnings("try")
    private <T> T inTest(java.util.function.Supplier<T> body) {
        Span test = spans.tracer().spanBuilder("test").setParent(Context.root()).startSpan();
        try (Scope scope = test.makeCurrent()) {
            return body.get();
        } finally {
            test.end();
        }
    }

    private ChatModel chat(Function<String, MockResponse> answers) {
        return OpenAiChatModel.builder()
                .baseUrl(server(answers))
                .apiKey("planted")
                .modelName("gpt-4o-mini")
                .maxRetries(0)
                .listeners(List.of(capture.chatListener()))
                .build();
    }

    private OpenAiStreamingChatModel streaming(Function<String, MockResponse> answers) {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(server(answers))
                .apiKey("planted")
                .modelName("gpt-4o-mini")
                .listeners(List.of(capture.chatListener()))
                .build();
    }

    private OpenAiEmbeddingModel embedding() {
        return OpenAiEmbeddingModel.builder()
                .baseUrl(server(body -> ModelServer.embeds(1)))
                .apiKey("planted")
                .modelName("text-embedding-3-small")
                .maxRetries(0)
                .listeners(List.of(capture.embeddingListener()))
                .build();
    }

    private String server(Function<String, MockResponse> answers) {
        ModelServer server = new ModelServer(answers);
        servers.add(server);
        return server.address();
    }
}
