package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.MissingOutputException;
import dev.junitllm.MissingPartException;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scorer as a test method uses it: under a name, against a bar.
 *
 * @param name the name its scores carry; unique on the method
 * @param scorer who scores
 * @param bar what the score is held against
 * @param negated whether the opposite is scored
 * @param membership its part in a group, or {@code null} where it stands alone
 */
public record Measure(
        String name,
        Scorer scorer,
        Bar bar,
        boolean negated,
        @Nullable Membership membership) {

    /**
     * Checks what it is made of.
     *
     * @param name the name its scores carry; unique on the method
     * @param scorer who scores
     * @param bar what the score is held against
     * @param negated whether the opposite is scored
     * @param membership its part in a group, or {@code null} where it stands alone
     */
    public Measure {
        ScorerDescription.checkName(name);
    }

    /**
     * A scorer under its own name.
     *
     * @param scorer who scores
     * @param bar what the score is held against
     * @return the measure
     */
    public static Measure of(Scorer scorer, Bar bar) {
        return new Measure(scorer.describe().name(), scorer, bar, false, null);
    }

    /**
     * A scorer as an annotation asks for it. The attributes that scoring annotations have in common are read by their
     * names: {@code atLeast} and {@code weight} (double), {@code name} and {@code group} (String), {@code recordOnly} and
     * {@code negate} (boolean). An annotation need not have them: without {@code atLeast} the bar is 1.
     *
     * @param annotation the annotation
     * @param scorer who scores
     * @return the measure; a negated one is called {@code not-…} unless it has a name
     * @throws IllegalArgumentException naming the attribute, where one is wrong
     */
    public static Measure of(Annotation annotation, Scorer scorer) {
        CommonAttributes attributes = CommonAttributes.of(annotation).checked();
        String own = scorer.describe().name();
        String name = !attributes.name().isEmpty() ? attributes.name() : attributes.negate() ? "not-" + own : own;
        Bar bar =
                attributes.recordOnly() ? Bar.RECORD_ONLY : Bar.atLeast(attributes.hasBar() ? attributes.atLeast() : 1);
        Membership membership = attributes.group().isEmpty()
                ? null
                : new Membership(attributes.group(), attributes.weight(), attributes.hasBar());
        return new Measure(name, scorer, bar, attributes.negate(), membership);
    }

    /**
     * How the scores of the whole set add up.
     *
     * @return as the scorer says; empty where the opposite is scored, whose figures nobody has defined
     */
    public Optional<SetAggregation> aggregation() {
        return negated ? Optional.empty() : scorer.aggregation();
    }

    /**
     * A hash of all that decides the score of an output.
     *
     * @return the scorer's fingerprint, marked where the opposite is scored
     */
    public String fingerprint() {
        return (negated ? "not-" : "") + scorer.describe().fingerprint();
    }

    /**
     * Scores one case and holds the score against the bar. Whatever the scorer throws becomes an ERROR, never a score:
     * an {@link OutOfMemoryError} too, which JUnit would end the whole execution for. An interrupt is kept.
     *
     * @param golden the case
     * @param actual what the application did with it
     * @return the score
     */
    public CaseScore take(GoldenCase golden, Actual actual) {
        try {
            Score score = scorer.score(golden, actual);
            Objects.requireNonNull(score, () -> "scorer " + scorer.getClass().getName() + " returned null");
            return CaseScore.held(name, negated ? score.negated() : score, bar);
        } catch (ScoringException e) {
            return CaseScore.error(name, bar, new CaseError(e.kind(), String.valueOf(e.getMessage()), e));
        } catch (MissingOutputException e) {
            return CaseScore.error(name, bar, new CaseError(CaseError.NO_OUTPUT, String.valueOf(e.getMessage()), e));
        } catch (MissingPartException e) {
            return CaseScore.error(name, bar, new CaseError(CaseError.NO_REFERENCE, String.valueOf(e.getMessage()), e));
        } catch (Throwable e) {
            if (e instanceof InterruptedException) { // thrown past the compiler
                Thread.currentThread().interrupt();
            }
            return CaseScore.error(name, bar, CaseError.of(CaseError.SCORER, e));
        }
    }
}
