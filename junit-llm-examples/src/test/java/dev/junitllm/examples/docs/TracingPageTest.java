package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanKind;
import dev.junitllm.Usage;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.KeepTrace;
import dev.junitllm.score.text.MatchesScore;
import dev.junitllm.score.trace.CalledTool;
import dev.junitllm.score.trace.MaxModelCalls;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.Traced;
import dev.junitllm.trace.Traces;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The code of docs/tracing.md, run. */
class TracingPageTest {

    /** Finds one page for anything. */
    private record Index() {

        List<Document> search(String question) {
            return List.of(Document.of("page-1", "about " + question, 0.8));
        }
    }

    static class ByHandTestCases {

        private final Index index = new Index();

        private List<Document> retrieve(String question) {
            // tag::by-hand[]
            try (var span = LlmSpan.retrieval("handbook")) {
                span.query(question);
                List<Document> found = index.search(question);
                span.documents(found);
                return found;
            }
            // end::by-hand[]
        }

        private List<Document> retrieveShorter(String question) {
            // tag::by-lambda[]
            return LlmSpan.retrieval("handbook", span -> {
                span.query(question);
                return index.search(question); // what it returns was found, and what it throws went wrong
            });
            // end::by-lambda[]
        }

        private String ask(String question, List<Document> found) {
            // tag::model[]
            return LlmSpan.llm("gpt-4o-mini", span -> {
                span.provider("openai");
                span.temperature(0);
                span.prompt(question + "\n\n" + found);
                span.usage(Usage.of(412, 38));
                span.finishReason("stop");
                return "There are 30 of them."; // the completion
            });
            // end::model[]
        }

        private Object lookUp(String order) {
            // tag::tool[]
            return LlmSpan.tool("order_status", span -> {
                span.arguments(Map.of("order", order));
                return "shipped";
            });
            // end::tool[]
        }

        @GoldenSet("docs/numbers.jsonl")
        @MatchesScore(pattern = ".*\\d.*")
        @CalledTool("order_status")
        @MaxModelCalls(1)
        void answers(GoldenCase golden, Actual actual) {
            lookUp("17");
            assertThat(retrieveShorter(golden.input())).isEqualTo(retrieve(golden.input()));
            actual.output(ask(golden.input(), retrieve(golden.input())));
        }
    }

    @Test
    void stepsByHandAreInTheTrace() {
        PageRun.green(ByHandTestCases.class, "answers");
    }

    // tag::annotation[]
    interface Handbook {

        @Traced(kind = SpanKind.RETRIEVAL, value = "handbook")
        List<Document> search(String question);
    }

    private final Handbook handbook = Traces.wrap(new Index()::search, Handbook.class);
    // end::annotation[]

    @Test
    void aWrappedObjectDoesWhatItDid() {
        assertThat(handbook.search("leave")).extracting(Document::id).containsExactly("page-1");
    }

    static class PlainTestCases {

        private final Handbook handbook = Traces.wrap(new Index()::search, Handbook.class);

        // tag::plain[]
        @Test
        @KeepTrace
        void findsThePage() {
            assertThat(handbook.search("leave")).extracting(Document::id).contains("page-1");
        }
        // end::plain[]
    }

    @Test
    void aPlainTestKeepsItsTrace() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PlainTestCases.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(1).failed(0));
    }

    @Test
    void anSdkOfTheApplicationsOwnTakesTheProcessor() {
        // tag::own-sdk[]
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(Traces.spanProcessor()) // beside your exporters
                .build();
        // end::own-sdk[]
        provider.close();
    }

    @Test
    void executorsAreWrapped() {
        // tag::executor[]
        ExecutorService executor = Context.taskWrapping(Executors.newFixedThreadPool(4));
        // end::executor[]
        executor.shutdown();
    }
}
