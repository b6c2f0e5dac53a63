package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.MissingPartException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

class MeasureTest {

    private static final GoldenCase GOLDEN = GoldenCase.builder("a", "q").build();

    @Test
    void holdsAScoreAgainstItsBar() {
        assertThat(take(() -> Score.of(0.5, "half"), Bar.atLeast(0.5)))
                .isEqualTo(new CaseScore("x", ScoreOutcome.PASSED, 0.5, Bar.atLeast(0.5), "half", null));
        assertThat(take(() -> Score.of(0.49), Bar.atLeast(0.5)).outcome()).isEqualTo(ScoreOutcome.FAILED);
        assertThat(take(() -> Score.of(0), Bar.RECORD_ONLY).outcome()).isEqualTo(ScoreOutcome.RECORDED);
        assertThat(take(() -> Score.notApplicable("no claims"), Bar.atLeast(0.5)))
                .isEqualTo(new CaseScore("x", ScoreOutcome.NOT_APPLICABLE, null, Bar.atLeast(0.5), "no claims", null));
    }

    @Test
    void makesAScoringExceptionAnErrorOfItsKind() {
        CaseScore score = take(() -> fail(new ScoringException("TIMEOUT", "no answer for 30 s")), Bar.atLeast(0));

        assertThat(score.outcome()).isEqualTo(ScoreOutcome.ERROR);
        assertThat(score.value()).isNull();
        assertThat(score.error())
                .extracting(CaseError::kind, CaseError::message)
                .containsExactly("TIMEOUT", "no answer for 30 s");
    }

    @Test
    void makesAMissingOutputOrReferenceAnError() {
        assertThat(take(() -> Score.of(new Actual().output().length()), Bar.atLeast(0))
                        .error())
                .extracting(CaseError::kind)
                .isEqualTo("NO_OUTPUT");
        assertThat(take(() -> Score.of(GOLDEN.expected().length()), Bar.atLeast(0))
                        .error())
                .satisfies(error -> assertThat(error.kind()).isEqualTo("NO_REFERENCE"))
                .satisfies(error -> assertThat(error.cause()).isInstanceOf(MissingPartException.class));
    }

    @Test
    void makesWhateverElseAScorerThrowsAnErrorSoThatTheRunGoesOn() {
        assertThat(messageOf(new IllegalStateException("broken"))).isEqualTo("java.lang.IllegalStateException: broken");
        assertThat(messageOf(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
        assertThat(messageOf(new OutOfMemoryError("Java heap space")))
                .isEqualTo("java.lang.OutOfMemoryError: Java heap space");
        assertThat(messageOf(new NoClassDefFoundError("a/B"))).isEqualTo("java.lang.NoClassDefFoundError: a/B");
        assertThat(messageOf(new AssertionError("expected 1"))).isEqualTo("java.lang.AssertionError: expected 1");
    }

    @Test
    void keepsTheInterruptOfAScorer() {
        CaseScore score = take(() -> fail(new InterruptedException()), Bar.atLeast(0));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(score.outcome()).isEqualTo(ScoreOutcome.ERROR);
    }

    @Test
    void saysThatAScorerReturnedNothing() {
        assertThat(take(() -> null, Bar.atLeast(0)).error().message())
                .startsWith("java.lang.NullPointerException: scorer ")
                .endsWith(" returned null");
    }

    @Test
    void isNamedByTheAnnotationElseByTheScorer() {
        Scorer scorer = scorer(() -> Score.of(1));

        assertThat(Measure.of("", scorer, 0.5, false)).isEqualTo(Measure.of(scorer, Bar.atLeast(0.5)));
        assertThat(Measure.of("mine", scorer, 0.5, true)).isEqualTo(new Measure("mine", scorer, Bar.RECORD_ONLY));
    }

    @Test
    void namesTheAttributeThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measure.of("", scorer(() -> Score.of(1)), 1.5, false))
                .withMessage("atLeast = 1.5: a bar lies from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measure.of("", scorer(() -> Score.of(1)), Double.NaN, false));
        assertThat(Measure.of("", scorer(() -> Score.of(1)), 1.5, true).bar().recordOnly())
                .isTrue();
    }

    private static String messageOf(Throwable thrown) {
        CaseScore score = take(() -> fail(thrown), Bar.atLeast(0));
        assertThat(score.outcome()).isEqualTo(ScoreOutcome.ERROR);
        assertThat(score.error().kind()).isEqualTo("SCORER");
        assertThat(score.error().cause()).isSameAs(thrown);
        return score.error().message();
    }

    private static Score fail(Throwable thrown) throws Throwable {
        throw thrown;
    }

    private static CaseScore take(ThrowingSupplier<Score> score, Bar bar) {
        return Measure.of(scorer(score), bar).take(GOLDEN, Actual.of("output"));
    }

    private static Scorer scorer(ThrowingSupplier<Score> score) {
        return new Scorer() {
            @Override
            public Score score(GoldenCase golden, Actual actual) {
                return sneaky(score);
            }

            @Override
            public ScorerDescription describe() {
                return ScorerDescription.of("x", Map.of());
            }
        };
    }

    private static <T> T sneaky(ThrowingSupplier<T> supplier) {
        try {
            return supplier.get();
        } catch (Throwable e) {
            throw MeasureTest.<RuntimeException>unchecked(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
