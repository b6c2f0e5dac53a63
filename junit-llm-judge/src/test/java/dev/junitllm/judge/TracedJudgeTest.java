package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.Usage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.TraceFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a judge is asked, as steps of the score it is asked for. */
class TracedJudgeTest {

    @TempDir
    Path folder;

    /** Finds nothing right. */
    static class Strict implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            return ChatReply.of(ScriptedJudge.withNonce(
                            "{'evidence': 'Sydney', 'reason': 'no', 'verdict': 'INCORRECT'}", request))
                    .withUsage(Usage.of(100, 20))
                    .withOrigin("m-2026", "r-7");
        }

        @Override
        public ChatModelDescription describe() {
            return ChatModelDescription.of("openai", "m");
        }
    }

    static class OneVoteTestCases {

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, votes = 2, model = Strict.class)
        void answers(GoldenCase golden, Actual actual) {
            String answer = LlmSpan.llm("app-model", span -> "Sydney");
            actual.output(answer);
        }
    }

    @Test
    void eachVoteIsACallBelowItsScore() throws Exception {
        Trace trace = traceOf(OneVoteTestCases.class);

        TraceSpan score = trace.ofKind(SpanKind.EVALUATION).get(0);
        List<TraceSpan> votes = trace.childrenOf(score);
        assertThat(votes).extracting(TraceSpan::name).containsExactly("chat m", "chat m");
        assertThat(votes)
                .extracting(span -> span.attributes().get(TraceNames.JUDGE_VOTE))
                .containsExactlyInAnyOrder(1L, 2L); // they are cast side by side
        TraceSpan vote = votes.get(0);
        assertThat(vote.usage()).isEqualTo(Usage.of(100, 20));
        assertThat(vote.cost()).contains(new BigDecimal("140.0"));
        assertThat(vote.model()).contains("m-2026");
        assertThat(vote.attributes())
                .containsEntry(TraceNames.PROVIDER_NAME, "openai")
                .containsEntry(TraceNames.RESPONSE_ID, "r-7")
                .containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop"))
                .hasEntrySatisfying(
                        TraceNames.INPUT_MESSAGES,
                        prompt -> assertThat((String) prompt).contains("Sydney"))
                .hasEntrySatisfying(
                        TraceNames.OUTPUT_VALUE,
                        reply -> assertThat((String) reply).contains("INCORRECT"));
        assertThat(trace.modelCalls()).extracting(TraceSpan::name).containsExactly("chat app-model");
    }

    /** Takes the answer apart, and finds nothing of it in the documents. */
    static class TakingApart implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            String step = ScriptedJudge.step(request);
            return ChatReply.of(ScriptedJudge.withNonce(
                    step.equals("claims")
                            ? "{'claims': ['Sydney is the capital']}"
                            : "{'verdicts': [{'id': 'c1', 'evidence': null, 'reason': 'nowhere', 'verdict':"
                                    + " 'UNSUPPORTED'}]}",
                    request));
        }
    }

    static class SeveralStepsTestCases {

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.FAITHFULNESS, model = TakingApart.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("Sydney is the capital.")
                    .retrieved(List.of(dev.junitllm.Document.of("d", "Canberra is the capital.")));
        }
    }

    @Test
    void theStepsOfACriterionAreStepsOfTheTrace() throws Exception {
        Trace trace = traceOf(SeveralStepsTestCases.class);

        TraceSpan score = trace.ofKind(SpanKind.EVALUATION).get(0);
        List<TraceSpan> steps = trace.childrenOf(score);
        assertThat(steps).isNotEmpty().allMatch(step -> step.kind() == SpanKind.CHAIN);
        assertThat(steps.get(0).name()).isEqualTo("invoke_workflow claims");
        assertThat(trace.childrenOf(steps.get(0)))
                .extracting(step -> step.attributes().get(TraceNames.JUDGE_STEP))
                .containsOnly("claims");
    }

    private Trace traceOf(Class<?> testCases) throws Exception {
        Path prices =
                Files.writeString(folder.resolve("prices.yaml"), "models: {m: {input: 1000000, output: 2000000}}");
        String message = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCases))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.history", "off")
                .configurationParameter("junit.llm.cassette.mode", "live")
                .configurationParameter("junit.llm.prices", prices.toString())
                .configurationParameter("junit.llm.cases", "right")
                .execute()
                .testEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .findFirst()
                .orElseThrow();
        Matcher file = Pattern.compile("trace: +(\\S+)").matcher(message);
        assertThat(file.find()).as(message).isTrue();
        return TraceFile.read(Path.of(file.group(1)));
    }
}
