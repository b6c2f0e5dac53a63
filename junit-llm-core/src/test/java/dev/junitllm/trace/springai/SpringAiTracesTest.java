package dev.junitllm.trace.springai;

import static dev.junitllm.trace.recording.RecordedSpans.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.ModelServer;
import dev.junitllm.trace.recording.RecordedSpans;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.metadata.EmptyUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.Document;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.retry.RetryUtils;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

/** Against the real library. */
@Timeout(60)
class SpringAiTracesTest {

    private final RecordedSpans spans = new RecordedSpans();
    private final AtomicBoolean areKept = new AtomicBoolean(true);
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final List<ModelServer> servers = new ArrayList<>();

    SpringAiTracesTest() {
        registry.observationConfig().observationHandler(SpringAiTraces.observationHandler(spans::tracer, areKept::get));
    }

    static final class Tools {
        @Tool(description = "finds the days of leave")
        String leave(@ToolParam(description = "where") String country) {
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

        inTest(() -> model.call(new Prompt(
                List.of(new SystemMessage("Be brief."), new UserMessage("How long?")),
                OpenAiChatOptions.builder()
                        .temperature(0.5)
                        .maxTokens(99)
                        .stop(List.of("END"))
                        .build())));

        SpanData span = spans.named("chat gpt-4o-mini");
        assertThat(span.getParentSpanId()).isEqualTo(spans.named("test").getSpanId());
        assertThat(says(span))
                .containsEntry(TraceNames.KIND, "llm")
                .containsEntry(TraceNames.OPERATION_NAME, "chat")
                .containsEntry(TraceNames.PROVIDER_NAME, "openai")
                .containsEntry(TraceNames.REQUEST_MODEL, "gpt-4o-mini")
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

        assertThatThrownBy(() -> model.call("How long?")).isInstanceOf(RuntimeException.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.only().getStatus().getDescription()).contains("no such model");
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void recordsAStreamedAnswerAsAWhole() throws Exception {
        ChatModel model = chat(body -> ModelServer.streams("30 ", "days."));
        ChatClient client = ChatClient.create(model, registry);

        inTest(() -> client.prompt().user("How long?").stream()
                .content()
                .collectList()
                .block());

        SpanData span = spans.awaited("chat gpt-4o-mini");
        assertThat(span.getTraceId()).isEqualTo(spans.named("test").getTraceId());
        assertThat(says(span)).containsEntry(TraceNames.OUTPUT_VALUE, "30 days.");
        assertThat(says(spans.awaited("invoke_workflow chat_client")))
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days.");
    }

    @Test
    void recordsAClientWithItsModelAndItsTools() {
        ChatModel model = chat(body -> body.contains("30 days in France")
                ? ModelServer.says("30 days.")
                : ModelServer.calls("leave", "{\"country\":\"France\"}"));
        ChatClient client = ChatClient.builder(model, registry, null, null)
                .defaultTools(new Tools())
                .build();

        assertThat(inTest(
                        () -> client.prompt().user("How long in France?").call().content()))
                .isEqualTo("30 days.");

        SpanData service = spans.named("invoke_workflow chat_client");
        SpanData tool = spans.named("execute_tool leave");
        assertThat(service.getParentSpanId()).isEqualTo(spans.named("test").getSpanId());
        assertThat(says(service))
                .containsEntry(TraceNames.KIND, "chain")
                .containsEntry(TraceNames.INPUT_VALUE, "How long in France?")
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days.");
        assertThat(says(tool))
                .containsEntry(TraceNames.KIND, "tool")
                .containsEntry(TraceNames.TOOL_NAME, "leave")
                .containsEntry(TraceNames.TOOL_DESCRIPTION, "finds the days of leave")
                .containsEntry(TraceNames.TOOL_CALL_ARGUMENTS, "{\"country\":\"France\"}");
        assertThat((String) says(tool).get(TraceNames.TOOL_CALL_RESULT)).contains("30 days in France");
        List<SpanData> calls = spans.all().stream()
                .filter(span -> span.getName().equals("chat gpt-4o-mini"))
                .toList();
        assertThat(calls).hasSize(2);
        assertThat((String) says(calls.get(0)).get(TraceNames.TOOL_DEFINITIONS))
                .startsWith(
                        "[{\"type\":\"function\",\"name\":\"leave\",\"description\":\"finds the days of leave\",\"parameters\":{");
        assertThat((String) says(calls.get(0)).get(TraceNames.OUTPUT_MESSAGES))
                .contains(
                        "\"type\":\"tool_call\",\"id\":\"call_1\",\"name\":\"leave\",\"arguments\":{\"country\":\"France\"}");
        assertThat((String) says(calls.get(1)).get(TraceNames.INPUT_MESSAGES))
                .contains("\"type\":\"tool_call_response\",\"id\":\"call_1\"");
        assertThat(spans.all())
                .allSatisfy(span -> assertThat(span.getTraceId())
                        .isEqualTo(spans.named("test").getTraceId()));
        assertThat(spans.all().stream().filter(span -> span.getName().startsWith("invoke_workflow ")))
                .as("the client and the advisor that calls the model")
                .hasSize(2);
    }

    @Test
    void isCurrentWhileAToolWorks() {
        ToolCallingManager tools =
                ToolCallingManager.builder().observationRegistry(registry).build();
        ToolCallback lookup = FunctionToolCallback.builder("lookup", (Map<String, Object> ignored) -> {
                    spans.tracer().spanBuilder("inner").startSpan().end();
                    return "found";
                })
                .inputType(Map.class)
                .build();
        AssistantMessage asks = AssistantMessage.builder()
                .content("")
                .toolCalls(List.of(new AssistantMessage.ToolCall("call_1", "function", "lookup", "{}")))
                .build();

        tools.executeToolCalls(
                new Prompt(
                        "How long?",
                        ToolCallingChatOptions.builder().toolCallbacks(lookup).build()),
                new ChatResponse(List.of(new Generation(asks))));

        assertThat(spans.named("inner").getParentSpanId())
                .isEqualTo(spans.named("execute_tool lookup").getSpanId());
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void recordsASearchAndTheEmbeddingInIt() {
        SimpleVectorStore store = SimpleVectorStore.builder(embedding())
                .observationRegistry(registry)
                .build();
        store.add(List.of(new Document("leave.md", "Leave is granted.", Map.of("page", 7))));
        spans.all().clear();

        inTest(() -> store.similaritySearch(
                SearchRequest.builder().query("How long?").topK(3).build()));

        SpanData search = spans.all().stream()
                .filter(span -> span.getName().startsWith("retrieval "))
                .findFirst()
                .orElseThrow();
        SpanData embedding = spans.named("embeddings text-embedding-3-small");
        assertThat(embedding.getParentSpanId()).isEqualTo(search.getSpanId());
        assertThat(says(search))
                .containsEntry(TraceNames.KIND, "retrieval")
                .containsEntry(TraceNames.RETRIEVAL_QUERY, "How long?")
                .containsEntry(TraceNames.REQUEST_TOP_K, 3L);
        assertThat((String) says(search).get(TraceNames.RETRIEVAL_DOCUMENTS))
                .contains("{\"id\":\"leave.md\",\"score\":1.0,\"content\":\"Leave is granted.\",\"metadata\":{")
                .contains("\"page\":\"7\"");
        assertThat(says(embedding))
                .containsEntry(TraceNames.KIND, "embedding")
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 3L)
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 4L);
    }

    @Test
    void keepsWhatRunsSideBySideApart() throws Exception {
        ChatModel model = chat(body -> body.contains("30 days in")
                ? ModelServer.says("30 days.")
                : ModelServer.calls("leave", "{\"country\":\"France\"}"));
        ChatClient client = ChatClient.builder(model, registry, null, null)
                .defaultTools(new Tools())
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(threads.submit(() ->
                        inTest(() -> client.prompt().user("How long?").call().content())));
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
                                .filter(span -> span.getTraceId().equals(test.getTraceId())))
                        .hasSize(6));
    }

    @Test
    void tellsTheSpanOfATracingBridgeThatItIsNoCall() {
        List<String> kinds = new ArrayList<>();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }

            @Override
            public void onStop(Observation.Context context) {
                kinds.add(context.getHighCardinalityKeyValue(TraceNames.KIND).getValue());
            }
        });

        chat(body -> ModelServer.says("30 days.")).call("How long?");

        assertThat(kinds).containsExactly("other");
    }

    @Test
    void looksAtNothingWhereNoTraceIsKept() {
        areKept.set(false);

        chat(body -> ModelServer.says("30 days.")).call("How long?");

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void leavesOtherObservationsAlone() {
        Observation.createNotStarted("http.server.requests", registry).observe(() -> {});

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void takesNoTokensForUnknownOnes() {
        assertThat(SpringAiUsage.of(new EmptyUsage())).isNull();
        assertThat(SpringAiUsage.of(new DefaultUsage(5, 6))).isEqualTo(new dev.junitllm.Usage(5L, 6L));
    }

    @Test
    void countsAnthropicsCachedTokensAsInput() {
        assertThat(SpringAiUsage.of(new DefaultUsage(50, 12, 62, new CachedUsage(7, 100))))
                .isEqualTo(new dev.junitllm.Usage(157L, 12L, 100L, 7L, null));
    }

    /** As the one of Spring AI's module for Anthropic, which has these methods. */
    public record CachedUsage(Integer cacheCreationInputTokens, Integer cacheReadInputTokens) {}

    @SuppressWarnings("try")
    private <T> T inTest(Supplier<T> body) {
        Span test = spans.tracer().spanBuilder("test").setParent(Context.root()).startSpan();
        try (Scope scope = test.makeCurrent()) {
            return body.get();
        } finally {
            test.end();
        }
    }

    private ChatModel chat(Function<String, MockResponse> answers) {
        return OpenAiChatModel.builder()
                .openAiApi(api(answers))
                .defaultOptions(OpenAiChatOptions.builder().model("gpt-4o-mini").build())
                .toolCallingManager(ToolCallingManager.builder()
                        .observationRegistry(registry)
                        .build())
                .retryTemplate(RetryUtils.SHORT_RETRY_TEMPLATE)
                .observationRegistry(registry)
                .build();
    }

    private OpenAiEmbeddingModel embedding() {
        return new OpenAiEmbeddingModel(
                api(body -> ModelServer.embeds(1)),
                MetadataMode.NONE,
                OpenAiEmbeddingOptions.builder().model("text-embedding-3-small").build(),
                RetryUtils.SHORT_RETRY_TEMPLATE,
                registry);
    }

    private OpenAiApi api(Function<String, MockResponse> answers) {
        ModelServer server = new ModelServer(answers);
        servers.add(server);
        return OpenAiApi.builder()
                .baseUrl(server.address().replace("/v1", ""))
                .apiKey("planted")
                .build();
    }
}
