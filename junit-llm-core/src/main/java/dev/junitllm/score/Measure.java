package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.MissingOutputException;
import dev.junitllm.MissingPartException;

/**
 * A scorer as a test method uses it: under a name, against a bar.
 *
 * @param name the name its scores carry; unique on the method
 * @param scorer who scores
 * @param bar what the score is held against
 */
public record Measure(String name, Scorer scorer, Bar bar) {

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
     */
    public static Measure of(String name, Scorer scorer, double atLeast, boolean recordOnly) {
        return new Measure(
                name.isEmpty() ? scorer.describe().name() : name,
                scorer,
                recordOnly ? Bar.RECORD_ONLY : Bar.atLeast(atLeast));
    }

    /**
     * Scores one case and holds the score against the bar. Whatever the scorer throws becomes an ERROR, never a score.
     *
     * @param golden the case
     * @param actual what the application did with it
     * @return the score
     */
    public CaseScore take(GoldenCase golden, Actual actual) {
        try {
            return CaseScore.held(name, scorer.score(golden, actual), bar);
        } catch (ScoringException e) {
            return CaseScore.error(name, bar, new CaseError(e.kind(), String.valueOf(e.getMessage()), e));
        } catch (MissingOutputException e) {
            return CaseScore.error(name, bar, new CaseError(CaseError.NO_OUTPUT, String.valueOf(e.getMessage()), e));
        } catch (MissingPartException e) {
            return CaseScore.error(name, bar, new CaseError(CaseError.NO_REFERENCE, String.valueOf(e.getMessage()), e));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return CaseScore.error(name, bar, CaseError.of(CaseError.SCORER, e));
        }
    }
}
