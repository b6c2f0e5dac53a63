package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.junitllm.Actual;
import dev.junitllm.Configuration;
import dev.junitllm.GoldenCase;
import dev.junitllm.RunScope;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scorers of one case that wait for something are asked at the same time. */
@Timeout(60)
class SideBySideTest {

    private static final GoldenCase GOLDEN = GoldenCase.builder("a", "question").build();
    private static final Actual ACTUAL = Actual.of("answer");

    private final RunOfOne run = new RunOfOne();

    @AfterEach
    void end() throws Exception {
        run.close();
    }

    @Test
    void scorersThatWaitAreAskedAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);
        Scoring scoring =
                sideBySide(waiting("a", () -> meet(all)), waiting("b", () -> meet(all)), waiting("c", () -> meet(all)));

        assertThat(scoring.take(GOLDEN, ACTUAL))
                .allSatisfy(score -> assertThat(score.value()).isEqualTo(1));
    }

    @Test
    void scoresStandInTheOrderOfTheirMeasuresWhoeverIsDoneFirst() {
        CountDownLatch last = new CountDownLatch(1);
        Scoring scoring = sideBySide(
                waiting("first", () -> 0.25),
                waiting("slow", () -> {
                    await(last);
                    return 0.5;
                }),
                computed("computed", () -> 0.75),
                waiting("quick", () -> {
                    last.countDown();
                    return 1;
                }));

        List<CaseScore> scores = scoring.take(GOLDEN, ACTUAL);

        assertThat(scores).extracting(CaseScore::name).containsExactly("first", "slow", "computed", "quick");
        assertThat(scores).extracting(CaseScore::value).containsExactly(0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void scorersThatComputeStayOnTheThreadOfTheTestInTheirOrder() {
        List<String> computedBy = new ArrayList<>();
        AtomicReference<Thread> other = new AtomicReference<>();
        Supplier<Double> note = () -> {
            computedBy.add(Thread.currentThread().getName());
            return 1.0;
        };
        Scoring scoring = sideBySide(
                computed("x", note::get), waiting("a", () -> 1), computed("y", note::get), waiting("b", () -> {
                    other.set(Thread.currentThread());
                    return 1;
                }));

        scoring.take(GOLDEN, ACTUAL);

        String own = Thread.currentThread().getName();
        assertThat(computedBy).containsExactly(own, own);
        assertThat(other.get()).isNotNull().satisfies(thread -> {
            assertThat(thread.getName()).startsWith("junit-llm-scoring-");
            assertThat(thread.isDaemon()).isTrue();
        });
    }

    @Test
    void oneThatWaitsAloneNeedsNoOtherThread() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Scoring scoring = sideBySide(computed("x", () -> 1), waiting("a", () -> {
            thread.set(Thread.currentThread());
            return 1;
        }));

        scoring.take(GOLDEN, ACTUAL);

        assertThat(thread.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void theTracingContextAndTheClassLoaderGoAlong() {
        ContextKey<String> key = ContextKey.named("case");
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Measured seen = () ->
                "a".equals(Context.current().get(key)) && Thread.currentThread().getContextClassLoader() == loader
                        ? 1
                        : 0;
        Scoring scoring = sideBySide(waiting("x", seen), waiting("y", seen));
        Thread.currentThread().setContextClassLoader(loader);
        try (Scope scope = Context.current().with(key, "a").makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(scoring.take(GOLDEN, ACTUAL))
                    .extracting(CaseScore::value)
                    .containsExactly(1.0, 1.0);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whatOneThrowsIsItsOwnErrorAlone() {
        Scoring scoring = sideBySide(waiting("good", () -> 1), waiting("bad", () -> {
            throw new ScoringException("TIMEOUT", "too slow");
        }));

        List<CaseScore> scores = scoring.take(GOLDEN, ACTUAL);

        assertThat(scores).extracting(CaseScore::outcome).containsExactly(ScoreOutcome.PASSED, ScoreOutcome.ERROR);
        assertThat(scores.get(1).error().kind()).isEqualTo("TIMEOUT");
    }

    @Test
    void anInterruptEndsWaitingAsAnErrorAndIsKept() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread test = Thread.currentThread();
        Scoring scoring = sideBySide(waiting("first", () -> 1), waiting("stuck", () -> {
            test.interrupt();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return 1;
        }));

        List<CaseScore> scores = scoring.take(GOLDEN, ACTUAL);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(scores.get(1).error().kind()).isEqualTo("INTERRUPTED");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tasksAreJoinedInTheirOrderAndTheirFailuresAreThrown() throws Exception {
        ScoringThreads threads = ScoringThreads.of(run);

        assertThat(threads.all(List.of(() -> 1, () -> 2, () -> 3))).containsExactly(1, 2, 3);
        assertThatIllegalStateException()
                .isThrownBy(() -> threads.all(List.<Supplier<Integer>>of(() -> 1, () -> {
                    throw new IllegalStateException("no");
                })))
                .withMessage("no");
        assertThat(ScoringThreads.of(run)).isSameAs(threads);
    }

    private Scoring sideBySide(Measure... measures) {
        return Scoring.of(List.of(measures), List.of()).sideBySide(run);
    }

    /** What makes a score's value. */
    private interface Measured {
        double value() throws ScoringException;
    }

    private static Measure waiting(String name, Measured value) {
        return measure(name, value, true);
    }

    private static Measure computed(String name, Measured value) {
        return measure(name, value, false);
    }

    private static Measure measure(String name, Measured value, boolean waits) {
        return Measure.of(
                new Scorer() {
                    @Override
                    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
                        return Score.of(value.value());
                    }

                    @Override
                    public ScorerDescription describe() {
                        return ScorerDescription.of(name, Map.of());
                    }

                    @Override
                    public boolean waits() {
                        return waits;
                    }
                },
                Bar.atLeast(0));
    }

    private static double meet(CyclicBarrier all) {
        try {
            all.await(30, TimeUnit.SECONDS);
            return 1;
        } catch (Exception e) {
            throw new AssertionError("nobody else came", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A run that shares one thing. */
    private static final class RunOfOne implements RunScope, AutoCloseable {

        private Optional<AutoCloseable> shared = Optional.empty();

        @Override
        public Configuration configuration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
            if (shared.isEmpty()) {
                shared = Optional.of(create.get());
            }
            return key.cast(shared.get());
        }

        @Override
        public void close() throws Exception {
            if (shared.isPresent()) {
                shared.get().close();
            }
        }
    }
}
