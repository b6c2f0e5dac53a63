package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.TraceNames;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.Traces;
import dev.junitllm.trace.otlp.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentTracesTest {

    private static final String SECRET = "sk-proj-plantedSecretOfThisTest0123456789";

    static class AnswersTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            Traces.tracer()
                    .spanBuilder("step")
                    .startSpan()
                    .setAttribute(TraceNames.INPUT_VALUE, "asked " + SECRET)
                    .end();
            actual.output(golden.id().equals("peru") ? "Cusco" : golden.expected());
        }
    }

    @Test
    void sendsTheTraceOfEveryCaseWithoutSecrets() {
        try (OtlpReceiver backend = OtlpReceiver.accepting()) {
            EvalTestKit.with("junit.llm.otlp.endpoint", backend.address())
                    .and("junit.llm.otlp.content", "true")
                    .execute(AnswersTestCases.class);

            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < backend.requests(); i++) {
                spans.addAll(OtlpReceiver.spans(OtlpReceiver.decoded(backend.next())));
            }
            assertThat(spans.stream().map(Span::getTraceId).distinct()).hasSize(4);
            assertThat(spans.stream().filter(span -> span.getName().equals("step")))
                    .hasSize(4)
                    .allSatisfy(span -> assertThat(OtlpReceiver.values(span.getAttributesList()))
                            .containsEntry(TraceNames.INPUT_VALUE, "asked [REDACTED:openai-key]"));
            assertThat(spans.stream()
                            .filter(span -> span.getParentSpanId().isEmpty())
                            .map(Span::getName))
                    .contains("SentTracesTest.AnswersTestCases.answers france");
        }
    }

    @Test
    void losesNoFileWhereNobodyListens() throws IOException {
        EvalRun run = EvalTestKit.with("junit.llm.otlp.endpoint", "http://localhost:9")
                .execute(AnswersTestCases.class);

        try (Stream<Path> files = Files.list(run.folder().resolve("traces"))) {
            assertThat(files).hasSize(4);
        }
    }
}
