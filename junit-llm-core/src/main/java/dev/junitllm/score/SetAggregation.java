package dev.junitllm.score;

import java.util.List;
import java.util.Map;

/**
 * Adds up the scores of a whole golden set where the figure people quote is no mean over the cases: corpus BLEU, macro F1
 * with its confusion matrix, pass@k. Pure: the same scores give the same figures.
 */
@FunctionalInterface
public interface SetAggregation {

    /**
     * Adds up.
     *
     * @param taken every score that was made, in the order of the golden file; scores that are errors or don't apply are
     *     left out. Never empty
     * @return the figures
     */
    SetFigures over(List<Taken> taken);

    /**
     * One score of the set.
     *
     * @param caseId the case
     * @param sample which sample, from 1
     * @param value from 0 to 1
     * @param details the score's further figures
     */
    record Taken(String caseId, int sample, double value, Map<String, Object> details) {}
}
