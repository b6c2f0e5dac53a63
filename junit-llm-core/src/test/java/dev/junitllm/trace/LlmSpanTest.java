package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.Document;
import dev.junitllm.Message;
import dev.junitllm.SpanKind;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.Usage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LlmSpanTest {

    private final RunTraces run = new RunTraces(
            Configuration.of(key -> Optional.empty(), Map.of()), Capture.with(Redactor.forEnvironment(Map.of())));

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void aCallOfAModelSaysWhatWentInAndWhatCameOut() {
        TraceSpan span = only(() -> {
            try (ModelSpan call = LlmSpan.llm("gpt-4o-mini")) {
                call.provider("openai");
                call.temperature(0.5);
                call.seed(7);
                call.maxTokens(100);
                call.prompt(List.of(new Message("system", "Be short."), new Message("user", "Capital of Peru?")));
                call.completion("Lima");
                call.finishReason("stop");
                call.responseModel("gpt-4o-mini-2024");
                call.responseId("r-1");
                call.usage(new Usage(10L, 1L, null, null, null));
                call.cost(new BigDecimal("0.00125"));
                call.timeToFirstToken(Duration.ofMillis(250));
            }
        });

        assertThat(span.name()).isEqualTo("chat gpt-4o-mini");
        assertThat(span.role()).isEqualTo("CLIENT");
        assertThat(span.kind()).isEqualTo(SpanKind.LLM);
        assertThat(span.model()).contains("gpt-4o-mini-2024");
        assertThat(span.usage()).isEqualTo(Usage.of(10, 1));
        assertThat(span.cost()).contains(new BigDecimal("0.00125"));
        assertThat(span.timeToFirstChunk()).contains(Duration.ofMillis(250));
        assertThat(span.attributes())
                .containsEntry(TraceNames.OPERATION_NAME, "chat")
                .containsEntry(TraceNames.OPEN_INFERENCE_KIND, "LLM")
                .containsEntry(TraceNames.PROVIDER_NAME, "openai")
                .containsEntry(TraceNames.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(TraceNames.REQUEST_SEED, 7L)
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 100L)
                .containsEntry(TraceNames.RESPONSE_ID, "r-1")
                .containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop"))
                .containsEntry(
                        TraceNames.INPUT_MESSAGES,
                        "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be"
                                + " short.\"}]},{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Capital of"
                                + " Peru?\"}]}]")
                .containsEntry(
                        TraceNames.OUTPUT_MESSAGES,
                        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Lima\"}],"
                                + "\"finish_reason\":\"stop\"}]")
                .containsEntry(TraceNames.INPUT_VALUE, "Capital of Peru?")
                .containsEntry(TraceNames.OUTPUT_VALUE, "Lima");
    }

    @Test
    void aSearchSaysWhatItFound() {
        List<Document> found = List.of(
                new Document("a", "Lima is it", 0.75, Map.of("page", "3")), Document.of("b", "Cusco was \"it\""));
        Trace trace = traced(() -> {
            try (var span = LlmSpan.retrieval("handbook")) {
                span.query("capital");
                span.topK(2);
                span.documents(found);
            }
        });

        TraceSpan span = trace.ofKind(SpanKind.RETRIEVAL).get(0);
        assertThat(span.name()).isEqualTo("retrieval handbook");
        assertThat(span.query()).contains("capital");
        assertThat(span.attributes())
                .containsEntry(TraceNames.DATA_SOURCE_ID, "handbook")
                .containsEntry(TraceNames.REQUEST_TOP_K, 2L);
        assertThat(trace.retrieved()).contains(found);
    }

    @Test
    void whatTheWorkReturnsIsRecordedUnlessItSaysBetter() {
        List<Document> found = List.of(Document.of("a", "text"));
        Trace trace = traced(() -> {
            List<Document> returned = LlmSpan.retrieval("x", span -> found);
            assertThat(returned).isSameAs(found);
            LlmSpan.tool("weather", span -> {
                span.arguments(Map.of("city", "Lima"));
                return Map.of("degrees", 21);
            });
            LlmSpan.llm("m", span -> {
                span.completion("better");
                return "worse";
            });
            LlmSpan.embedding("e", span -> new float[3]);
            LlmSpan.evaluation("fit", span -> 0.5);
        });

        assertThat(trace.retrieved()).contains(found);
        assertThat(trace.toolCalls()).extracting(ToolCall::toString).containsExactly("weather{\"city\":\"Lima\"}");
        assertThat(trace.ofKind(SpanKind.TOOL).get(0).attributes())
                .containsEntry(TraceNames.TOOL_CALL_RESULT, "{\"degrees\":21}");
        assertThat(trace.ofKind(SpanKind.LLM).get(0).attributes()).containsEntry(TraceNames.OUTPUT_VALUE, "better");
        assertThat(trace.ofKind(SpanKind.EMBEDDING).get(0).attributes())
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 3L);
        assertThat(trace.ofKind(SpanKind.EVALUATION).get(0).events().get(0).attributes())
                .containsEntry(TraceNames.EVALUATION_SCORE_VALUE, 0.5);
    }

    @Test
    void kindsAreNamedAsTheConventionsSay() {
        Trace trace = traced(() -> {
            LlmSpan.chain("pipeline").close();
            LlmSpan.agent("planner").close();
            LlmSpan.tool("weather").close();
            LlmSpan.embedding("e5").close();
            LlmSpan.guardrail("no insults").close();
        });

        assertThat(trace.application())
                .extracting(TraceSpan::name)
                .containsExactly(
                        "invoke_workflow pipeline",
                        "invoke_agent planner",
                        "execute_tool weather",
                        "embeddings e5",
                        "guardrail no insults");
        assertThat(trace.application())
                .extracting(TraceSpan::kind)
                .containsExactly(SpanKind.CHAIN, SpanKind.AGENT, SpanKind.TOOL, SpanKind.EMBEDDING, SpanKind.GUARDRAIL);
        assertThat(trace.application())
                .extracting(span -> span.attributes().get(TraceNames.OPEN_INFERENCE_KIND))
                .containsExactly("CHAIN", "AGENT", "TOOL", "EMBEDDING", "GUARDRAIL");
    }

    @Test
    void anErrorIsRecordedAndThrownOn() {
        IOException thrown = new IOException("the index is gone");
        TraceSpan span = only(() -> assertThatThrownBy(() -> LlmSpan.retrieval("x", search -> {
                    throw thrown;
                }))
                .isSameAs(thrown));

        assertThat(span.failed()).isTrue();
        assertThat(span.error()).contains("java.io.IOException: the index is gone");
        assertThat(span.attributes()).containsEntry(TraceNames.ERROR_TYPE, "java.io.IOException");
        assertThat(span.events()).extracting(event -> event.name()).containsExactly(TraceNames.EXCEPTION);
    }

    @Test
    void anErrorThatCannotSayWhatItIsIsThrownOnAsItIs() {
        RuntimeException unspeakable = new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("not now");
            }
        };
        SpanWork<ToolSpan, String, RuntimeException> work = span -> {
            throw unspeakable;
        };

        assertThatThrownBy(() -> LlmSpan.tool("look", work)).isSameAs(unspeakable);
    }

    @Test
    void belongsToWhateverSpanIsCurrentWhoeverMadeIt() {
        try (SdkTracerProvider application = SdkTracerProvider.builder()
                .addSpanProcessor(Traces.spanProcessor())
                .build()) {
            Trace trace = traced(() -> {
                Span outer = application.get("app").spanBuilder("outer").startSpan();
                try (Scope scope = outer.makeCurrent()) {
                    LlmSpan.chain("inner", span -> LlmSpan.tool("innermost", tool -> "x"));
                }
                outer.end();
                LlmSpan.tool("beside").close();
            });

            List<TraceSpan> spans = trace.spans();
            assertThat(spans).hasSize(5);
            assertThat(trace.parentOf(spans.get(2))).map(TraceSpan::name).contains("outer");
            assertThat(trace.parentOf(spans.get(3))).map(TraceSpan::name).contains("invoke_workflow inner");
            assertThat(trace.parentOf(spans.get(4))).isEqualTo(trace.root());
        }
    }

    @Test
    void outsideOfATestItIsCountedAndDoesNoHarm() {
        String result = LlmSpan.chain("alone", span -> "result");

        assertThat(result).isEqualTo("result");
        assertThat(run.totals().outside()).containsEntry("invoke_workflow alone", 1L);
    }

    @Test
    void aValueThatCannotBeShownDoesNoHarm() {
        Object rude = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        TraceSpan span = only(() -> LlmSpan.chain("c", chain -> {
            chain.attribute("my.count", 3);
            chain.attribute("my.ratio", 0.5f);
            chain.attribute("my.flag", true);
            return rude;
        }));

        assertThat(span.attributes())
                .containsEntry("my.count", 3L)
                .containsEntry("my.ratio", 0.5)
                .containsEntry("my.flag", true)
                .hasEntrySatisfying(
                        TraceNames.OUTPUT_VALUE,
                        text -> assertThat((String) text).contains("can't be shown"));
    }

    private TraceSpan only(Runnable steps) {
        List<TraceSpan> spans = traced(steps).application().toList();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    private Trace traced(Runnable steps) {
        OpenTrace trace = run.begin("test", Map.of()).orElseThrow();
        trace.context().wrap(steps).run();
        return trace.end(false);
    }
}
