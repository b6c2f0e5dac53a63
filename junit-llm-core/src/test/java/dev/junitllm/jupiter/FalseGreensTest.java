package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.ExactMatch;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

/** Runs that checked nothing, or lost an error on the way: none of them may be green. */
class FalseGreensTest {

    // Quarkus' extension does this: it runs the method itself, in its own class loader, and skips the invocation.
    static final class RunsTheMethodItself implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            method.getExecutable().setAccessible(true);
            method.getExecutable()
                    .invoke(
                            method.getTarget().orElseThrow(),
                            method.getArguments().toArray());
            invocation.skip();
        }
    }

    @ExtendWith(RunsTheMethodItself.class)
    static class SkippedInvocationTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("always wrong");
        }
    }

    @Test
    void aSetIsNotGreenWhereAnotherExtensionRunsTheBodyItself() {
        assertRed(EvalTestKit.run(SkippedInvocationTestCases.class));
    }

    static final class SwallowsEverything implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {}
    }

    @ExtendWith(SwallowsEverything.class)
    static class SwallowedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("always wrong");
            throw new IllegalStateException("503 from the model");
        }
    }

    @Test
    void aSetIsNotGreenWhereAnotherExtensionSwallowsWhatTheBodyThrew() {
        assertRed(EvalTestKit.run(SwallowedTestCases.class));
    }

    static final class SwallowsInItsInterceptor implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
            try {
                invocation.proceed();
            } catch (Throwable e) {
                // as an extension for expected exceptions does
            }
        }
    }

    @ExtendWith(SwallowsInItsInterceptor.class)
    static class SwallowedAroundTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
            throw new IllegalStateException("the stream broke off");
        }
    }

    @Test
    void anErrorOfTheBodyIsNoPassWhereAnotherExtensionSwallowsItInAnInterceptor() {
        assertRed(EvalTestKit.run(SwallowedAroundTestCases.class));
    }

    // JUnit 4's AssumptionViolatedException (which AssertJ prefers where JUnit 4 is present) does the same.
    static final class AbortsOnErrors implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
            throw new TestAbortedException("the model is not reachable", thrown);
        }
    }

    @ExtendWith(AbortsOnErrors.class)
    static class AbortedByAnotherTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            throw new IllegalStateException("connection refused");
        }
    }

    @Test
    void aSetOfWhichEveryCaseWasSkippedByAnotherExtensionFails() {
        assertRed(EvalTestKit.run(AbortedByAnotherTestCases.class));
    }

    static final class JudgeThatIsDown implements Scorer {
        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            throw new ScoringException("TIMEOUT", "the judge did not answer");
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("faithfulness");
        }
    }

    static class ErrorsNobodyCountsTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @ReferenceScore(value = JudgeThatIsDown.class, atLeast = 0.8)
        @PassRate(of = "exact-match", atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void aScoreThatErredInEveryCaseIsNotGreenUnderAGateOfAnotherScore() {
        assertRed(EvalTestKit.run(ErrorsNobodyCountsTestCases.class));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ReferenceScore(value = ExactMatch.class, name = "a1")
    @ReferenceScore(value = ExactMatch.class, name = "a2")
    @interface HouseRules {}

    @Retention(RetentionPolicy.RUNTIME)
    @ReferenceScore(value = JudgeThatIsDown.class, name = "b1")
    @ReferenceScore(value = JudgeThatIsDown.class, name = "b2")
    @interface TeamRules {}

    static class TwoComposedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @HouseRules
        @TeamRules
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void scorersRepeatedInsideTwoComposedAnnotationsAreAllFound() throws Exception {
        Method method = TwoComposedTestCases.class.getDeclaredMethod("answers", GoldenCase.class, Actual.class);
        assertThat(MarkedAnnotations.find(dev.junitllm.score.ScoredBy.class, method, TwoComposedTestCases.class))
                .hasSize(4);
        assertRed(EvalTestKit.run(TwoComposedTestCases.class));
    }

    abstract static class WithNested {
        @Nested
        class Inner {
            @GoldenSet("engine/capitals.jsonl")
            @ReferenceScore(ExactMatch.class)
            void answers(GoldenCase golden, Actual actual) {
                actual.output(golden.expected());
            }
        }
    }

    static class FirstTestCases extends WithNested {}

    static class SecondTestCases extends WithNested {}

    @Test
    void aNestedClassThatTwoTestClassesInheritRunsInBoth() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.llm.console", "off")
                .selectors(
                        DiscoverySelectors.selectClass(FirstTestCases.class),
                        DiscoverySelectors.selectClass(SecondTestCases.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(8));
    }

    static class PlainTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("wrong");
        }
    }

    @Test
    void aSelectionOfACaseThatIsNotThereAnyMoreIsNotGreen() throws Exception {
        Method method = PlainTestCases.class.getDeclaredMethod("answers", GoldenCase.class, Actual.class);
        var results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.llm.console", "off")
                .selectors(DiscoverySelectors.selectIteration(
                        DiscoverySelectors.selectMethod(PlainTestCases.class, method), 99))
                .execute();
        assertRed(new EvalRun(results));
    }

    private static void assertRed(EvalRun run) {
        long failed = run.statuses().values().stream().filter("FAILED"::equals).count();
        assertThat(failed + run.verdicts().size())
                .as("failures among %s and verdicts %s", run.statuses(), run.verdicts())
                .isPositive();
    }
}
