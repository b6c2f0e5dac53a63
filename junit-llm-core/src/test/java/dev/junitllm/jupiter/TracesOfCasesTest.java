package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.TraceFile;
import dev.junitllm.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TracesOfCasesTest {

    private static final String SECRET = "sk-proj-plantedSecretOfThisTest0123456789";

    static class AnswersTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) throws InterruptedException {
            actual.attribute("model", "model-7");
            Span outer = Traces.tracer().spanBuilder("outer " + golden.id()).startSpan();
            try (Scope scope = outer.makeCurrent()) {
                Span inner = Traces.tracer().spanBuilder("inner").startSpan();
                inner.setAttribute("key", SECRET).end();
                Span.current().setAttribute("case", golden.id());
            }
            outer.end();
            if (golden.id().equals("italy")) {
                Thread lost = new Thread(
                        () -> Traces.tracer().spanBuilder("lost").startSpan().end());
                lost.start();
                lost.join();
            }
            if (golden.id().equals("spain")) {
                throw new IllegalStateException("no such city " + SECRET);
            }
            actual.output(golden.id().equals("peru") ? "Cusco" : golden.expected());
        }
    }

    @Test
    void everyCaseLeavesATraceOfItsOwn() throws IOException {
        EvalRun run = EvalTestKit.with("junit.llm.trace.attributes", "release = 1.2, team=search")
                .and("junit.llm.prompt-version", "p7")
                .and("junit.llm.application-version", "a8")
                .execute(AnswersTestCases.class);

        Map<String, Trace> traces = traces(run);
        assertThat(traces).containsOnlyKeys("france", "italy", "spain", "peru");
        assertThat(traces.get("france").spans())
                .extracting(TraceSpan::name)
                .containsExactly(
                        "TracesOfCasesTest.AnswersTestCases.answers france",
                        "outer france",
                        "inner",
                        "evaluation exact-match");
        TraceSpan root = traces.get("peru").root().orElseThrow();
        assertThat(root.attributes())
                .containsEntry(TraceNames.TEST_CLASS, AnswersTestCases.class.getName())
                .containsEntry(TraceNames.TEST_METHOD, "answers")
                .containsEntry(TraceNames.CASE_ID, "peru")
                .containsEntry(TraceNames.SAMPLE, 1L)
                .containsEntry(TraceNames.TAGS, List.of("america"))
                .containsEntry(TraceNames.OUTCOME, "FAILED")
                .containsEntry(TraceNames.ATTRIBUTE + "release", "1.2")
                .containsEntry(TraceNames.ATTRIBUTE + "team", "search")
                .containsEntry(TraceNames.ATTRIBUTE + "prompt-version", "p7")
                .containsEntry(TraceNames.ATTRIBUTE + "application-version", "a8")
                .containsEntry(TraceNames.ATTRIBUTE + "model", "model-7")
                .hasEntrySatisfying(
                        TraceNames.GOLDEN_SET, hash -> assertThat((String) hash).matches("[0-9a-f]{32,64}"));
        assertThat(root.status().code()).isEqualTo(SpanStatus.Code.ERROR);
        assertThat(root.resource()).containsEntry(TraceNames.SERVICE_NAME, "junit-llm");
    }

    @Test
    void whatTheBodyThrewIsInItsTraceAndNoSecretIs() throws IOException {
        EvalRun run = EvalTestKit.run(AnswersTestCases.class);

        TraceSpan root = traces(run).get("spain").root().orElseThrow();
        assertThat(root.failed()).isTrue();
        assertThat(root.error())
                .hasValueSatisfying(error -> assertThat(error)
                        .isEqualTo("java.lang.IllegalStateException: no such city [REDACTED:openai-key]"));
        for (Path file : files(run)) {
            assertThat(Files.readString(file)).doesNotContain(SECRET).contains("[REDACTED:openai-key]");
            assertThat(file.getFileName().toString()).matches("00000[1-4]-[0-9a-f]{12}\\.json");
        }
    }

    @Test
    void theRecordAndTheMessageSayWhereTheTraceIs() throws IOException {
        EvalRun run = EvalTestKit.run(AnswersTestCases.class);

        for (JsonNode line : lines(run)) {
            assertThat(run.folder().resolve(line.at("/trace/file").asText())).isRegularFile();
        }
        JsonNode peru = lines(run).get(3);
        assertThat(run.thrownBy("peru"))
                .hasMessageContaining("\n  trace:    "
                        + run.folder().resolve(peru.at("/trace/file").asText()));
    }

    @Test
    void spansOutsideOfAnyTestAreCountedAndNamed() throws IOException {
        EvalRun run = EvalTestKit.run(AnswersTestCases.class);

        JsonNode tracing =
                json(Files.readString(run.folder().resolve("run.json"))).get("tracing");
        assertThat(tracing.get("on").asBoolean()).isTrue();
        assertThat(tracing.get("traces").asInt()).isEqualTo(4);
        assertThat(tracing.get("spans").asInt()).isEqualTo(4 + 8 + 3);
        assertThat(tracing.get("outside").toString()).isEqualTo("{\"lost\":1}");
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("Traces: 1 span outside any test: lost x 1.");
    }

    @Test
    void nothingIsTracedWhereTracingIsOff() throws IOException {
        EvalRun run = EvalTestKit.with("junit.llm.trace", "off").execute(AnswersTestCases.class);

        assertThat(run.folder().resolve("traces")).doesNotExist();
        assertThat(lines(run).get(0).has("trace")).isFalse();
        assertThat(run.thrownBy("peru").getMessage()).doesNotContain("trace:");
        assertThat(json(Files.readString(run.folder().resolve("run.json")))
                        .get("tracing")
                        .toString())
                .isEqualTo("{\"on\":false}");
    }

    static class LeavesStepsOpenTestCases {

        private volatile boolean over;

        @AfterEach
        void end() {
            over = true;
        }

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("wrong");
            if (golden.id().equals("france")) {
                Traces.tracer().spanBuilder("never ends").startSpan();
            }
            if (golden.id().equals("italy")) {
                Span late = Traces.tracer().spanBuilder("ends late").startSpan();
                Thread body = Thread.currentThread();
                new Thread(Context.current().wrap(() -> {
                            while (body.getState() != Thread.State.TIMED_WAITING && !over) {
                                Thread.onSpinWait(); // until it is waited for
                            }
                            Traces.tracer().spanBuilder("below").startSpan().end();
                            late.end();
                        }))
                        .start();
            }
            for (int i = 0; i < 12 && golden.id().equals("spain"); i++) {
                Traces.tracer().spanBuilder("one of many").startSpan().end();
            }
        }
    }

    @Test
    void stepsThatEndALittleLateAreWaitedForAndThoseThatNeverEndAreSaidSo() throws IOException {
        EvalRun run = EvalTestKit.run(LeavesStepsOpenTestCases.class);

        Map<String, Trace> traces = traces(run);
        assertThat(traces.get("france").spans().get(1).attributes()).containsEntry(TraceNames.NOT_ENDED, true);
        assertThat(traces.get("italy").application())
                .extracting(TraceSpan::name)
                .containsExactly("ends late", "below");
        assertThat(traces.get("italy").spans())
                .noneMatch(span -> span.attributes().containsKey(TraceNames.NOT_ENDED));
    }

    @Test
    void aTraceThatHasTooManyStepsSaysHowManyAreMissing() throws IOException {
        EvalRun run = EvalTestKit.with("junit.llm.trace.max-spans", 10).execute(LeavesStepsOpenTestCases.class);

        Trace trace = traces(run).get("spain");
        assertThat(trace.spans()).hasSize(11); // the root comes on top, and the score is one that was dropped
        assertThat(trace.root().orElseThrow().attributes()).containsEntry(TraceNames.DROPPED, 3L);
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("Traces: 3 spans dropped from traces that have too many");
    }

    static class OnAThreadOfItsOwnTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        @Timeout(value = 200, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void answers(GoldenCase golden, Actual actual) throws InterruptedException {
            Traces.tracer().spanBuilder("step of " + golden.id()).startSpan().end();
            if (golden.id().equals("spain")) {
                new CountDownLatch(1).await();
            }
            actual.output("wrong");
        }
    }

    @Test
    void theRootIsCurrentWhereTheBodyRunsOnAThreadOfItsOwn() throws IOException {
        Map<String, Trace> traces = traces(EvalTestKit.run(OnAThreadOfItsOwnTestCases.class));

        assertThat(traces).hasSize(4);
        traces.forEach((id, trace) ->
                assertThat(trace.application()).extracting(TraceSpan::name).containsExactly("step of " + id));
        assertThat(traces.get("spain").root().orElseThrow().error())
                .hasValueSatisfying(error -> assertThat(error).contains("TimeoutException"));
    }

    static Map<String, Trace> traces(EvalRun run) throws IOException {
        Map<String, Trace> traces = new TreeMap<>();
        for (JsonNode line : lines(run)) {
            traces.put(
                    line.get("case").asText(),
                    TraceFile.read(run.folder().resolve(line.at("/trace/file").asText())));
        }
        return traces;
    }

    static List<Path> files(EvalRun run) throws IOException {
        try (var files = Files.list(run.folder().resolve("traces"))) {
            return files.sorted().toList();
        }
    }

    static List<JsonNode> lines(EvalRun run) throws IOException {
        return Files.readAllLines(run.folder().resolve("cases.jsonl")).stream()
                .map(TracesOfCasesTest::json)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + text, e);
        }
    }
}
