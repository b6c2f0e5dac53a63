package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.MissingPartException;
import dev.junitllm.score.text.ExactMatch;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void readsTheCommonAttributesOfAnAnnotation() {
        Scorer scorer = scorer(() -> Score.of(1));

        assertThat(Measure.of(on("plain"), scorer)).isEqualTo(Measure.of(scorer, Bar.atLeast(1)));
        assertThat(Measure.of(on("named"), scorer))
                .isEqualTo(new Measure("mine", scorer, Bar.atLeast(0.5), false, null));
        assertThat(Measure.of(on("recorded"), scorer).bar()).isEqualTo(Bar.RECORD_ONLY);
        assertThat(Measure.of(on("negated"), scorer))
                .isEqualTo(new Measure("not-" + scorer.describe().name(), scorer, Bar.atLeast(1), true, null));
        assertThat(Measure.of(on("member"), scorer).membership()).isEqualTo(new Membership("right", 2, false));
        assertThat(Measure.of(on("memberWithBar"), scorer).membership()).isEqualTo(new Membership("right", 1, true));
    }

    @Test
    void anAnnotationNeedNotHaveThem() {
        Scorer scorer = scorer(() -> Score.of(1));

        assertThat(Measure.of(on("bare"), scorer)).isEqualTo(Measure.of(scorer, Bar.atLeast(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measure.of(on("wrongType"), scorer))
                .withMessage("attribute 'atLeast' of a scoring annotation must be a Double, unlike int");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    barTooHigh        | atLeast = 1.5: a bar lies from 0 to 1
                    weightOfNothing   | weight = 0.0: a weight is above 0
                    weightWithoutGroup| weight = 2.0 counts in a group only: name it (group = "…"), and add @ScoreGroup
                    recordedMember    | group = "right" with recordOnly: what is only recorded can't count in a group
                    """)
    void namesTheAttributeThatIsWrong(String method, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measure.of(on(method), scorer(() -> Score.of(1))))
                .withMessage(message);
    }

    @Test
    void negatesScoresButNeverErrors() {
        assertThat(negated(() -> Score.of(0.7, "close"))).satisfies(score -> {
            assertThat(score.value()).isEqualTo(0.3);
            assertThat(score.reason()).isEqualTo("negated, was 0.7: close");
        });
        assertThat(negated(() -> Score.of(0)).outcome()).isEqualTo(ScoreOutcome.PASSED);
        assertThat(negated(() -> Score.unreadable("no number")).outcome()).isEqualTo(ScoreOutcome.FAILED);
        assertThat(negated(() -> Score.notApplicable("nothing")).outcome()).isEqualTo(ScoreOutcome.NOT_APPLICABLE);
        assertThat(negated(() -> fail(new ScoringException("TIMEOUT", "too late")))
                        .outcome())
                .isEqualTo(ScoreOutcome.ERROR);
    }

    private static CaseScore negated(ThrowingSupplier<Score> score) {
        return new Measure("x", scorer(score), Bar.atLeast(1), true, null).take(GOLDEN, Actual.of("output"));
    }

    private static Annotation on(String method) {
        try {
            return Annotated.class.getDeclaredMethod(method).getDeclaredAnnotations()[0];
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private abstract static class Annotated {

        @ReferenceScore(ExactMatch.class)
        abstract void plain();

        @ReferenceScore(value = ExactMatch.class, name = "mine", atLeast = 0.5)
        abstract void named();

        @ReferenceScore(value = ExactMatch.class, recordOnly = true)
        abstract void recorded();

        @ReferenceScore(value = ExactMatch.class, negate = true)
        abstract void negated();

        @ReferenceScore(value = ExactMatch.class, group = "right", weight = 2)
        abstract void member();

        @ReferenceScore(value = ExactMatch.class, group = "right", atLeast = 1)
        abstract void memberWithBar();

        @ReferenceScore(value = ExactMatch.class, atLeast = 1.5)
        abstract void barTooHigh();

        @ReferenceScore(value = ExactMatch.class, group = "right", weight = 0)
        abstract void weightOfNothing();

        @ReferenceScore(value = ExactMatch.class, weight = 2)
        abstract void weightWithoutGroup();

        @ReferenceScore(value = ExactMatch.class, group = "right", recordOnly = true)
        abstract void recordedMember();

        @Bare
        abstract void bare();

        @WrongType(atLeast = 1)
        abstract void wrongType();
    }

    @Retention(RetentionPolicy.RUNTIME)
    private @interface Bare {}

    @Retention(RetentionPolicy.RUNTIME)
    private @interface WrongType {
        int atLeast();
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
