package dev.junitllm.judge.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.RunScope;
import dev.junitllm.Usage;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.Measure;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoredBy;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScorerFactory;
import dev.junitllm.score.ScoringException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Budgets of golden sets, through the real engine. */
@Timeout(60)
class BudgetRunTest {

    @Retention(RetentionPolicy.RUNTIME)
    @ScoredBy(AskedFactory.class)
    @interface Asked {
        double atLeast() default 0;

        boolean recordOnly() default false;
    }

    /** Asks a model of a dollar a token once. */
    static final class AskedFactory implements ScorerFactory<Asked> {

        @Override
        public Measure create(Asked annotation, RunScope scope) {
            ChatModel model = request -> ChatReply.of("1").withUsage(Usage.of(10, 10));
            JudgeCosts costs = JudgeCosts.of(scope);
            return Measure.of(
                    annotation,
                    new Asking(costs.counted(
                            costs.guarded(model.describedAs(ChatModelDescription.of("openai", "m"))), scope)));
        }
    }

    private record Asking(ChatModel model) implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            model.chat(ChatRequest.of(ChatMessage.user("a"))
                    .withSampling(Sampling.DEFAULT.withMaxOutputTokens(10))
                    .withLabel(CallLabel.NONE.withCaseId(golden.id())));
            return Score.of(1);
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("asked");
        }
    }

    static class WithinTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @Asked(atLeast = 1)
        @Budget(maxCost = 60, maxTokens = 60, maxCallsPerCase = 1, p95Latency = "1m")
        void answers(GoldenCase golden, Actual actual) {
            actual.output("x");
        }

        @GoldenSet("embedding/pets.jsonl")
        @Asked(atLeast = 1)
        @Budget(maxCost = 60)
        void isCountedByItself(GoldenCase golden, Actual actual) {
            actual.output("x");
        }
    }

    static class OverTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @Asked(atLeast = 1)
        @Budget(maxCost = 59.99)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("x");
        }
    }

    static class WrongTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @Asked(atLeast = 1)
        @Budget(p95Latency = "fast")
        void answers(GoldenCase golden, Actual actual) {
            actual.output("x");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void passesWithinTheBudgetOfEachMethod() throws Exception {
        assertThat(failures(WithinTestCases.class, Map.of("junit.llm.prices", prices())))
                .isEmpty();
    }

    @Test
    void failsTheBuildOverTheBudget() throws Exception {
        assertThat(failures(OverTestCases.class, Map.of("junit.llm.prices", prices())))
                .singleElement()
                .asString()
                .contains("@Budget(maxCost = 59.99)")
                .contains("the calls cost 60 USD, allowed are 59.99");
    }

    @Test
    void refusesAModelWithoutAPriceBeforeTheFirstCase() {
        assertThat(failures(OverTestCases.class, Map.of()))
                .singleElement()
                .asString()
                .contains("@Budget")
                .contains("maxCost: openai/m has no price");
    }

    @Test
    void saysWhichAttributeIsWrong() {
        assertThat(failures(WrongTestCases.class, Map.of()))
                .singleElement()
                .asString()
                .contains("p95Latency = \"fast\": write a number and a unit, such as 800ms, 2.5s or 1m");
    }

    @Test
    void endsCasesThatTheRunsBudgetDoesNotAllowAsErrors() throws Exception {
        List<String> failures =
                failures(OverTestCases.class, Map.of("junit.llm.prices", prices(), "junit.llm.max-cost", "45"));

        assertThat(failures).singleElement().asString().contains("2 of 3").contains("could cost 27 USD, and of the 45");
    }

    private String prices() throws Exception {
        return Files.writeString(folder.resolve("prices.yaml"), "models: {m: {input: 1000000, output: 1000000}}")
                .toString();
    }

    private static List<String> failures(Class<?> testClass, Map<String, String> settings) {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameters(settings)
                .execute()
                .allEvents();
        return events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }
}
