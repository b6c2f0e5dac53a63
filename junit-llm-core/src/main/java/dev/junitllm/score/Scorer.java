package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import java.util.Optional;
import java.util.Set;

/**
 * Measures one quality of what the application did with a case. Implementations are safe for use by several threads and
 * keep nothing between cases.
 */
public interface Scorer {

    /**
     * Scores one case.
     *
     * @param golden the case
     * @param actual what the application did with it; closed
     * @return the score
     * @throws ScoringException where no score can be made: the case ends as ERROR. So does any other exception.
     */
    Score score(GoldenCase golden, Actual actual) throws ScoringException;

    /**
     * Says what this scorer is: its name, and everything that decides its scores.
     *
     * @return the description; the same at every call
     */
    ScorerDescription describe();

    /**
     * The parts of a golden case without which this scorer can't score. A selected case that lacks one is an error
     * before the first case runs.
     *
     * @return the parts; none unless overridden
     */
    default Set<GoldenPart> needs() {
        return Set.of();
    }

    /**
     * The fields of a golden case's metadata without which this scorer can't score. A selected case in which one is missing, or
     * holds nothing, is an error before the first case runs.
     *
     * @return the names of the fields; none unless overridden
     */
    default Set<String> needsMetadata() {
        return Set.of();
    }

    /**
     * Whether most of its time is waiting for something outside, such as a judge. Of the scorers of one case those that wait are
     * asked side by side, on threads of their own; all others one after the other, on the thread of the test.
     *
     * @return false unless overridden
     */
    default boolean waits() {
        return false;
    }

    /**
     * How the scores of a whole golden set add up, where their mean is not what people quote.
     *
     * @return empty unless overridden: the mean over the cases
     */
    default Optional<SetAggregation> aggregation() {
        return Optional.empty();
    }
}
