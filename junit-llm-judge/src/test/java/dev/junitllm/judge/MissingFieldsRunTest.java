package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.gate.PassRate;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.jupiter.GoldenSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a criterion needs and a case lacks is an error before any call of the judge, and never a low score. */
@Timeout(60)
class MissingFieldsRunTest {

    private static final AtomicInteger ASKED = new AtomicInteger();

    static class Nobody implements ChatModel {
        @Override
        public ChatReply chat(ChatRequest request) {
            ASKED.incrementAndGet();
            throw new AssertionError("the judge may not be asked");
        }
    }

    static class NothingRetrievedTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(value = Criteria.FAITHFULNESS, model = Nobody.class)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    static class GatedTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(value = Criteria.FAITHFULNESS, model = Nobody.class)
        @PassRate(atLeast = 0.01)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    static class WithoutGoalsTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(value = Criteria.GOAL_ACCURACY, model = Nobody.class)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    static class WithoutExpectedClassTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(value = Criteria.REFUSAL, model = Nobody.class)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    static class WithoutMessagesTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(value = Criteria.CONVERSATION, model = Nobody.class)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    static class WithoutExpectedTestCases {

        @GoldenSet(value = "embedding/pets.jsonl", expected = "/nowhere")
        @JudgeScore(value = Criteria.CORRECTNESS, model = Nobody.class)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    @BeforeEach
    void nobodyWasAsked() {
        ASKED.set(0);
    }

    @Test
    void whatTheApplicationDidNotRecordIsAnErrorOfTheCaseThatSaysWhatToRecord() {
        assertThat(failures(NothingRetrievedTestCases.class))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message)
                        .contains("ERROR")
                        .contains("MISSING_FIELD")
                        .contains("call actual.retrieved(…), or add 'context' to the golden file")
                        .doesNotContain("below"));
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void underAGateThatAnyScoreWouldPassTheVerdictIsAnErrorToo() {
        assertThat(failures(GatedTestCases.class))
                .singleElement()
                .asString()
                .contains("ERROR @PassRate(atLeast = 0.01): nothing was scored (3 errors");
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void whatTheGoldenFileLacksFailsBeforeTheFirstCase() {
        for (Class<?> type : List.of(
                WithoutGoalsTestCases.class,
                WithoutExpectedClassTestCases.class,
                WithoutMessagesTestCases.class,
                WithoutExpectedTestCases.class)) {
            EngineExecutionResults results = run(type);
            assertThat(results.testEvents().started().count()).isZero();
        }
        assertThat(failures(WithoutGoalsTestCases.class))
                .singleElement()
                .asString()
                .contains("it has no 'goals' in its metadata, which score 'goal-accuracy' needs");
        assertThat(failures(WithoutExpectedTestCases.class))
                .singleElement()
                .asString()
                .contains("it has no 'expected' or 'references', which score 'correctness' needs; add it to the case");
        assertThat(failures(WithoutMessagesTestCases.class))
                .singleElement()
                .asString()
                .contains("it has no 'messages', which score 'conversation' needs; add it to the case");
        assertThat(failures(WithoutExpectedClassTestCases.class))
                .singleElement()
                .asString()
                .contains("it has no 'refusal' in its metadata, which score 'refusal' needs");
        assertThat(ASKED).hasValue(0);
    }

    private static List<String> failures(Class<?> testClass) {
        return run(testClass)
                .allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.cassette.mode", "live")
                .execute();
    }
}
