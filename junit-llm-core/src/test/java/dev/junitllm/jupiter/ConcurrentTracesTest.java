package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.TraceFile;
import dev.junitllm.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class ConcurrentTracesTest {

    @Execution(ExecutionMode.CONCURRENT)
    static class ManyAtOnceTestCases {

        private static final ExecutorService PLAIN = Executors.newFixedThreadPool(8);
        private static final ExecutorService WRAPPING = Context.taskWrapping(Executors.newFixedThreadPool(8));
        private static final SdkTracerProvider APPLICATION = SdkTracerProvider.builder()
                .addSpanProcessor(Traces.spanProcessor())
                .build();

        @AfterAll
        static void shutDown() {
            PLAIN.shutdown();
            WRAPPING.shutdown();
            APPLICATION.close();
        }

        @GoldenSet("engine/forty.jsonl")
        @Samples(50)
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) throws Exception {
            String id = golden.id() + "/" + actual.sample();
            Span same = APPLICATION.get("app").spanBuilder("same thread").startSpan();
            try (Scope scope = same.makeCurrent()) {
                Future<?> wrapping = WRAPPING.submit(() -> step("wrapping executor", id));
                Future<?> wrapped = PLAIN.submit(Context.current().wrap(() -> step("wrapped task", id)));
                wrapping.get();
                wrapped.get();
            }
            same.setAttribute("id", id).end();
            actual.output("wrong");
        }

        private static void step(String name, String id) {
            try (var span = LlmSpan.tool(name)) {
                span.attribute("id", id);
            }
        }
    }

    @Test
    @Tag("slow")
    void everySpanIsInTheFileOfItsOwnInvocationNoneIsLostAndNoneIsTooMany() throws IOException {
        EvalRun run = EvalTestKit.with("junit.jupiter.execution.parallel.enabled", true)
                .and("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .and("junit.jupiter.execution.parallel.config.fixed.parallelism", 64)
                .and("junit.jupiter.execution.parallel.config.fixed.max-pool-size", 64)
                .execute(ManyAtOnceTestCases.class);

        List<Path> files = TracesOfCasesTest.files(run);
        assertThat(files).hasSize(2000);
        Set<String> seen = new HashSet<>();
        for (Path file : files) {
            seen.add(checked(TraceFile.read(file)));
        }
        assertThat(seen).hasSize(2000);
        JsonNode tracing = TracesOfCasesTest.json(Files.readString(run.folder().resolve("run.json")))
                .get("tracing");
        assertThat(tracing.get("traces").asInt()).isEqualTo(2000);
        assertThat(tracing.get("spans").asInt()).isEqualTo(2000 * (1 + 3 + 1)); // root, steps, score
        assertThat(tracing.get("outside")).isEmpty();
        assertThat(tracing.get("dropped").asInt()).isZero();
    }

    /** Returns whose it is. */
    private static String checked(Trace trace) {
        TraceSpan root = trace.root().orElseThrow();
        String id = root.attributes().get(TraceNames.CASE_ID) + "/"
                + root.attributes().get(TraceNames.SAMPLE);
        List<TraceSpan> steps = trace.application().toList();
        assertThat(steps)
                .extracting(TraceSpan::name)
                .containsExactlyInAnyOrder(
                        "same thread", "execute_tool wrapping executor", "execute_tool wrapped task");
        assertThat(steps).allSatisfy(step -> assertThat(step.attributes()).containsEntry("id", id));
        assertThat(steps).noneMatch(step -> step.attributes().containsKey(TraceNames.NOT_ENDED));
        return id;
    }
}
