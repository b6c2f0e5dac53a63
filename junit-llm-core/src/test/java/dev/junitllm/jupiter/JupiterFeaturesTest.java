package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

class JupiterFeaturesTest {

    @ReferenceScore(ExactMatch.class)
    @PassRate(atLeast = 0.5)
    static class NestedTestCases {
        @Nested
        class Inner {
            @GoldenSet("engine/capitals.jsonl")
            void answers(GoldenCase golden, Actual actual) {
                actual.output(golden.id().equals("peru") ? golden.expected() : "?");
            }
        }
    }

    @Test
    void scorersAndGatesOfAnEnclosingClassHoldInANestedOne() {
        EvalRun run = EvalTestKit.run(NestedTestCases.class);

        assertThat(run.statuses()).hasSize(4);
        assertThat(run.verdict())
                .startsWith("JupiterFeaturesTest.NestedTestCases.Inner.answers: FAIL")
                .contains("1 of 4 cases passed");
    }

    abstract static class InheritedBase {
        abstract String answer(String question);

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(answer(golden.input()));
        }
    }

    static class InheritingTestCases extends InheritedBase {
        @Override
        String answer(String question) {
            return "Rome";
        }
    }

    @Test
    void aVerdictIsFiledUnderTheClassThatRanNotTheOneThatDeclares() {
        assertThat(EvalTestKit.run(InheritingTestCases.class).verdict())
                .startsWith("JupiterFeaturesTest.InheritingTestCases.answers: FAIL");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases {
        private int seen;

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            seen++;
            actual.output(seen < 2 ? "?" : golden.expected());
        }
    }

    @Test
    void oneInstanceForAllCasesWorks() {
        EvalRun run = EvalTestKit.run(PerClassTestCases.class);

        assertThat(run.statuses()).containsEntry("france", "ABORTED").containsEntry("peru", "SUCCESSFUL");
        assertThat(run.verdicts()).isEmpty();
    }

    static final class ClockResolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Long.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return 42L;
        }
    }

    @ExtendWith(ClockResolver.class)
    static class OtherResolverTestCases {
        @BeforeEach
        void setUp(GoldenCase golden) {
            assertThat(golden.tags()).isNotEmpty();
        }

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(Long other, @Input String input, Actual actual, @Expected String expected, GoldenCase golden) {
            assertThat(other).isEqualTo(42L);
            assertThat(input).isEqualTo(golden.input());
            actual.output(expected);
        }
    }

    @Test
    void parametersOfOtherExtensionsAreLeftToThem() {
        assertThat(EvalTestKit.run(OtherResolverTestCases.class).statuses().values())
                .hasSize(4)
                .containsOnly("SUCCESSFUL");
    }

    record Order(String customer, int amount) {}

    static class BoundTestCases {
        @GoldenSet("engine/orders.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(@Input Order order, Actual actual) {
            actual.output(order.customer() + " " + order.amount());
        }
    }

    @Test
    void inputIsBoundToTheUsersRecordAndWhatDoesNotFitIsNeverSoftened() {
        EvalRun run = EvalTestKit.run(BoundTestCases.class);

        assertThat(run.statuses()).containsEntry("good", "SUCCESSFUL").containsEntry("bad", "FAILED");
        assertThat(run.thrownBy("bad"))
                .hasMessageContaining("case 'bad' (engine/orders.jsonl:2): its 'input' can't be read as")
                .hasMessageContaining("Order");
        assertThat(run.verdict()).contains("1 of 2 ended in an error");
    }

    static class MissingParameterTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Thread nobodyGivesThis) {}
    }

    @Test
    void aParameterThatNobodyResolvesIsNeverSoftened() {
        assertThat(EvalTestKit.run(MissingParameterTestCases.class).statuses().values())
                .containsOnly("FAILED");
    }

    static class TimeoutTestCases {
        static final CountDownLatch NEVER = new CountDownLatch(1);

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        @Timeout(value = 1_000, unit = TimeUnit.MILLISECONDS)
        void answers(GoldenCase golden, Actual actual) throws InterruptedException {
            actual.output(golden.expected());
            if (golden.id().equals("spain")) {
                NEVER.await();
            }
        }
    }

    @Test
    void aTimeoutIsAnErrorAndNotAScoreOfWhatWasRecordedSoFar() {
        EvalRun run = EvalTestKit.run(TimeoutTestCases.class);

        assertThat(run.statuses()).containsEntry("spain", "ABORTED").containsEntry("peru", "SUCCESSFUL");
        assertThat(run.thrownBy("spain"))
                .hasMessageContaining("error; counted by the gate")
                .hasMessageContaining("timed out");
        assertThat(run.verdict()).contains("1 of 4 ended in an error");
    }

    static class SeparateThreadTimeoutTestCases {
        static final CountDownLatch TIMED_OUT = new CountDownLatch(1);
        static volatile String late = "";

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Timeout(value = 1_000, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void answers(GoldenCase golden, Actual actual) {
            if (golden.id().equals("spain")) {
                awaitUninterruptibly();
                try {
                    actual.output(golden.expected());
                } catch (IllegalStateException e) {
                    late = String.valueOf(e.getMessage());
                    WRITTEN.countDown();
                }
                return;
            }
            if (golden.id().equals("peru")) {
                TIMED_OUT.countDown();
            }
            actual.output(golden.expected());
        }

        static final CountDownLatch WRITTEN = new CountDownLatch(1);

        private static void awaitUninterruptibly() {
            while (true) {
                try {
                    TIMED_OUT.await();
                    return;
                } catch (InterruptedException e) {
                    // a body that ignores its interruption, as some HTTP clients do
                }
            }
        }
    }

    @Test
    void aBodyThatStillRunsAfterItsTimeoutCanWriteNothing() throws InterruptedException {
        EvalRun run = EvalTestKit.run(SeparateThreadTimeoutTestCases.class);

        assertThat(run.statuses()).containsEntry("spain", "FAILED").containsEntry("peru", "SUCCESSFUL");
        assertThat(SeparateThreadTimeoutTestCases.WRITTEN.await(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(SeparateThreadTimeoutTestCases.late).contains("this Actual is closed");
    }

    static class OutOfMemoryTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            if (golden.id().equals("france")) {
                throw new OutOfMemoryError("Java heap space");
            }
            actual.output(golden.expected());
        }
    }

    @Test
    void aBodyThatRunsOutOfMemoryFailsItsCaseAndTheOthersStillRun() {
        EvalRun run = EvalTestKit.run(OutOfMemoryTestCases.class);

        assertThat(run.statuses()).containsEntry("france", "FAILED").containsEntry("peru", "SUCCESSFUL");
        assertThat(run.thrownBy("france")).hasMessage("the test body ran out of memory: Java heap space");
    }
}
