package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Usage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.FinishReason;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.jupiter.GoldenSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Golden sets that a judge scores, through the real engine. */
@Timeout(60)
class JudgeScoreRunTest {

    /** Knows the capitals by the texts of the data, and misbehaves over Chad and Peru. */
    static class Geographer implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            String data = request.messages().get(1).text();
            if (data.contains("Chad")) {
                return ChatReply.of("")
                        .withFinish(FinishReason.REFUSAL, "refusal")
                        .withRefusal("policy 1.2 forbids it");
            }
            if (data.contains("Peru")) {
                return ChatReply.of("I'd give it a score of 1.0: CORRECT").withUsage(Usage.UNKNOWN);
            }
            String verdict = data.contains("Paris") ? "CORRECT" : data.contains("Sydney") ? "INCORRECT" : "PARTIAL";
            String quote = data.contains("Paris") ? "Paris." : data.contains("Sydney") ? "Sydney" : "la  paz";
            return ChatReply.of(ScriptedJudge.withNonce(
                    "{'evidence': '%s', 'reason': 'so it is', 'verdict': '%s'}".formatted(quote, verdict), request));
        }
    }

    static class CapitalsTestCases {

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, atLeast = 0.5, model = Geographer.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(
                    switch (golden.id()) {
                        case "right" -> "It is Paris.";
                        case "half" -> "It is la\npaz, I think.";
                        case "wrong" -> "Sydney";
                        case "nothing" -> " … \u200b";
                        default -> "It is a city.";
                    });
        }
    }

    @Test
    void passesFailsAndErrsByCase() {
        Map<String, String> thrown = thrown(run(CapitalsTestCases.class).testEvents());

        assertThat(thrown).containsOnlyKeys("wrong", "refused", "prose", "nothing");
        assertThat(thrown.get("wrong")).contains("correctness").contains("INCORRECT: so it is [Sydney]");
        assertThat(thrown.get("refused")).contains("REFUSAL").contains("declined to answer: 'policy 1.2 forbids it'");
        assertThat(thrown.get("prose")).contains("INVALID_JSON").contains("also after it was shown the error");
        assertThat(thrown.get("nothing")).contains("there is nothing to judge in the answer; the judge was not asked");
    }

    static class WrongTestCases {

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = "corectness", model = Geographer.class)
        void name(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(model = Geographer.class)
        void nothing(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(question = "Is it polite?", checklist = "Is it short?", model = Geographer.class)
        void both(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(
                question = "How polite is it?",
                levels = {"rude", "polite"},
                model = Geographer.class)
        void levels(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, logprobs = true, model = Geographer.class)
        void logprobs(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, votes = 100, model = Geographer.class)
        void votes(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(question = "Is it polite?", fields = DataField.QUESTION, model = Geographer.class)
        void fields(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(Criteria.CORRECTNESS)
        void unconfigured(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(
                value = Criteria.CORRECTNESS,
                judges = {"large", "small"})
        void panel(Actual actual) {}

        @GoldenSet("judge/capitals.jsonl")
        @JudgeScore(value = Criteria.CONVERSATION, model = Geographer.class)
        void messages(Actual actual) {}
    }

    @Test
    void failsBeforeTheFirstCaseSayingWhatIsWrong() {
        EngineExecutionResults results = run(WrongTestCases.class);

        assertThat(results.testEvents().started().count()).isZero();
        assertThat(thrown(results.containerEvents()))
                .hasEntrySatisfying(
                        "name(Actual)",
                        message -> assertThat(message)
                                .contains("@JudgeScore")
                                .contains("there is no criterion 'corectness', did you mean 'correctness'?"))
                .hasEntrySatisfying(
                        "nothing(Actual)",
                        message -> assertThat(message).contains("checklist and rubricOfCase, not none"))
                .hasEntrySatisfying(
                        "both(Actual)", message -> assertThat(message).contains("not question and checklist"))
                .hasEntrySatisfying(
                        "levels(Actual)",
                        message -> assertThat(message)
                                .contains("levels has 2 texts: a rubric describes five levels, the worst first"))
                .hasEntrySatisfying(
                        "logprobs(Actual)",
                        message -> assertThat(message).contains("logprobs: 'correctness' has no levels to weight"))
                .hasEntrySatisfying(
                        "votes(Actual)", message -> assertThat(message).contains("votes = 100: from 1 to 99"))
                .hasEntrySatisfying(
                        "fields(Actual)",
                        message -> assertThat(message)
                                .contains("fields = [question]: nothing of it was made by the application"))
                .hasEntrySatisfying(
                        "unconfigured(Actual)",
                        message -> assertThat(message).contains("no judge is configured: set junit.llm.judge.model"))
                .hasEntrySatisfying(
                        "panel(Actual)", message -> assertThat(message).contains("no judge 'large' is configured"))
                .hasEntrySatisfying(
                        "messages(Actual)", message -> assertThat(message).contains("'messages'"));
    }

    @Test
    void aPanelHasToSayWhatBecomesOfItsVotes() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(WrongTestCases.class, "panel", Actual.class))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.cassette.mode", "live")
                .configurationParameter("junit.llm.judge.large.model", "a")
                .configurationParameter("junit.llm.judge.small.model", "b")
                .configurationParameter("junit.llm.judge.base-url", "http://localhost:1/v1")
                .execute();

        assertThat(thrown(results.containerEvents()).values().toString())
                .contains("aggregate is missing: say what becomes of the votes of several judges");
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.cassette.mode", "live")
                .execute();
    }

    private static Map<String, String> thrown(Events events) {
        Map<String, String> thrown = new LinkedHashMap<>();
        List.copyOf(events.failed().list())
                .forEach(event -> thrown.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()));
        return thrown;
    }
}
