package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.MissingOutputException;
import dev.junitllm.MissingPartException;
import java.util.Objects;

/**
 * A scorer as a test method uses it: under a name, against a bar.
 *
 * @param name the name its scores carry; unique on the method
 * @param scorer who scores
 * @param bar what the score is held against
 */
public record Measure(String name, Scorer scorer, Bar bar) {

    /**
     * Checks what it is made of.
     *
     * @param name the name its scores carry; unique on the method
     * @param scorer who scores
     * @param bar what the score is held against
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
        return new Measure(scorer.describe().name(), scorer, bar);
    }

    /**
     * A scorer as an annotation asks for it.
     *
     * @param name the annotation's name, or empty for the scorer's own
     * @param scorer who scores
     * @param atLeast the annotation's bar
     * @param recordOnly whether there is no bar
     * @return the measure
     * @throws IllegalArgumentException naming the attribute, where one is wrong
     */
    public static Measure of(String name, Scorer scorer, double atLeast, boolean recordOnly) {
        if (!recordOnly && !(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("atLeast = %s: a bar lies from 0 to 1".formatted(atLeast));
        }
        return new Measure(
                name.isEmpty() ? scorer.describe().name() : name,
                scorer,
                recordOnly ? Bar.RECORD_ONLY : Bar.atLeast(atLeast));
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
            return CaseScore.held(name, score, bar);
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
