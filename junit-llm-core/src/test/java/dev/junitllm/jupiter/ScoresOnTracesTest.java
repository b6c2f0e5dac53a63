package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.gate.PassRate;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresOnTracesTest {

    /** Asks a model, as a judge does. */
    public static final class Asking implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            return LlmSpan.llm("judge-1", span -> {
                if (golden.id().equals("spain")) {
                    throw new ScoringException("TIMEOUT", "no reply in 30 s");
                }
                return golden.id().equals("peru") ? Score.notApplicable("nobody asked") : Score.of(1, "fine");
            });
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("asking", Map.of());
        }
    }

    static class JudgedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = ExactMatch.class, group = "both")
        @ReferenceScore(value = Asking.class, group = "both")
        @ScoreGroup(name = "both", atLeast = 0.75)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            LlmSpan.chain("answering", chain -> {
                LlmSpan.llm("first", span -> "a draft");
                return LlmSpan.llm("second", span -> "the answer");
            });
            actual.output(golden.id().equals("italy") ? "Milan" : golden.expected());
        }
    }

    private final Map<String, Trace> traces;

    ScoresOnTracesTest() throws IOException {
        traces = TracesOfCasesTest.traces(EvalTestKit.run(JudgedTestCases.class));
    }

    @Test
    void eachScoreIsAStepOfItsOwnBelowTheInvocation() {
        Trace trace = traces.get("italy");
        String root = trace.root().orElseThrow().spanId();

        assertThat(trace.ofKind(SpanKind.EVALUATION))
                .extracting(TraceSpan::name)
                .containsExactly("evaluation exact-match", "evaluation asking", "evaluation both");
        assertThat(trace.ofKind(SpanKind.EVALUATION))
                .extracting(TraceSpan::parentId)
                .containsOnly(root);
        assertThat(result(trace, "exact-match").attributes())
                .containsEntry(TraceNames.EVALUATION_NAME, "exact-match")
                .containsEntry(TraceNames.EVALUATION_SCORE_VALUE, 0.0)
                .hasEntrySatisfying(
                        TraceNames.EVALUATION_EXPLANATION,
                        reason -> assertThat((String) reason).startsWith("differs from the expected answer"));
        assertThat(result(trace, "both").attributes())
                .containsEntry(TraceNames.EVALUATION_SCORE_LABEL, "fail")
                .containsEntry(TraceNames.EVALUATION_THRESHOLD, 0.75);
        assertThat(result(traces.get("france"), "both").attributes())
                .containsEntry(TraceNames.EVALUATION_SCORE_LABEL, "pass");
    }

    @Test
    void whatAScorerCallsBelongsToItsScoreAndIsNoStepOfTheApplication() {
        Trace trace = traces.get("france");
        TraceSpan judge = trace.spans().stream()
                .filter(span -> span.name().equals("chat judge-1"))
                .findFirst()
                .orElseThrow();

        assertThat(trace.parentOf(judge)).map(TraceSpan::name).contains("evaluation asking");
        assertThat(trace.modelCalls()).extracting(TraceSpan::name).containsExactly("chat first", "chat second");
    }

    @Test
    void aScoreIsLinkedToTheLastCallOfAModel() {
        Trace trace = traces.get("france");

        assertThat(evaluation(trace, "asking").links()).singleElement().satisfies(link -> {
            assertThat(link.traceId()).isEqualTo(trace.traceId());
            assertThat(link.spanId()).isEqualTo(trace.modelCalls().get(1).spanId());
        });
    }

    @Test
    void whatCouldNotBeScoredSaysWhy() {
        TraceSpan failed = evaluation(traces.get("spain"), "asking");

        assertThat(failed.failed()).isTrue();
        assertThat(failed.attributes()).containsEntry(TraceNames.ERROR_TYPE, "TIMEOUT");
        assertThat(result(traces.get("spain"), "asking").attributes())
                .containsEntry(TraceNames.EVALUATION_SCORE_LABEL, "error")
                .containsEntry(TraceNames.EVALUATION_EXPLANATION, "no reply in 30 s")
                .containsEntry(TraceNames.ERROR_TYPE, "TIMEOUT")
                .doesNotContainKey(TraceNames.EVALUATION_SCORE_VALUE);
        assertThat(result(traces.get("peru"), "asking").attributes())
                .containsEntry(TraceNames.EVALUATION_SCORE_LABEL, "not_applicable")
                .containsEntry(TraceNames.EVALUATION_EXPLANATION, "nobody asked");
    }

    private static SpanEvent result(Trace trace, String score) {
        return evaluation(trace, score).events().stream()
                .filter(event -> event.name().equals(TraceNames.EVALUATION_RESULT))
                .findFirst()
                .orElseThrow();
    }

    private static TraceSpan evaluation(Trace trace, String score) {
        return trace.ofKind(SpanKind.EVALUATION).stream()
                .filter(span -> span.name().equals("evaluation " + score))
                .findFirst()
                .orElseThrow();
    }
}
