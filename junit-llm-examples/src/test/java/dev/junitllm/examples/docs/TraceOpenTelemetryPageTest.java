package dev.junitllm.examples.docs;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.trace.CalledTool;
import dev.junitllm.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The code of docs/trace-opentelemetry.md, run. */
class TraceOpenTelemetryPageTest {

    /** Uses OpenTelemetry as an application does. */
    private record Bot(Tracer tracer, ExecutorService executor) {

        String answer(String question) {
            return CompletableFuture.supplyAsync(
                            () -> {
                                Span span = tracer.spanBuilder("execute_tool lookup")
                                        .setAttribute("gen_ai.operation.name", "execute_tool")
                                        .setAttribute("gen_ai.tool.name", "lookup")
                                        .startSpan();
                                span.end();
                                return "42";
                            },
                            executor)
                    .join();
        }
    }

    static class OwnSdkTestCases {

        private static final ExecutorService THREADS = Executors.newSingleThreadExecutor();

        // tag::own-sdk[]
        private final SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(Traces.spanProcessor()) // beside the application's own
                .build();
        private final ExecutorService executor = Context.taskWrapping(THREADS);
        private final Bot bot = new Bot(provider.get("bot"), executor);

        @GoldenSet("docs/numbers.jsonl")
        @CalledTool("lookup")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input()));
        }
        // end::own-sdk[]

        @AfterAll
        static void stop() {
            THREADS.shutdown();
        }
    }

    @Test
    void everyCaseCallsItsTool() {
        PageRun.green(OwnSdkTestCases.class, "answers");
    }
}
