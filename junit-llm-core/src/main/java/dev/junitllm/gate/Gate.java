package dev.junitllm.gate;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.PlannedScore;
import java.util.List;

/**
 * Decides, once all cases of a golden set have run, whether the build may pass. Pure: the same run gives the same
 * verdict.
 *
 * <p>A gate need not guard against runs that can't be judged: before it is asked, a run in which nothing was scored, in
 * which more cases erred than the error budget allows, or in which over half don't apply, has ended as ERROR.
 */
public interface Gate {

    /**
     * The gate as data.
     *
     * @return its annotation's name and attributes
     */
    GateDescription describe();

    /**
     * Decides.
     *
     * @param run the run, at least one sample of which is scored in this gate's {@link #tally}
     * @return the verdict
     */
    Verdict decide(RunSummary run);

    /**
     * Counts what matters to this gate.
     *
     * @param run the run
     * @return the samples by how they came out; by the case's outcome unless overridden
     */
    default Tally tally(RunSummary run) {
        return Tallies.byOutcome(run);
    }

    /**
     * The part of the set that the gate looks at: what it is asked about and what it answers for is that part alone.
     *
     * @return such as {@code tag=refund}; empty, unless overridden, for the whole set
     */
    default String slice() {
        return "";
    }

    /**
     * The misses this gate answers for: they are shown, and only the gate fails the build.
     *
     * @return none unless overridden
     */
    default Answers answersFor() {
        return Answers.FOR_NOTHING;
    }

    /**
     * Whether the gate looks at the run's baseline, so that there must be one beside the run.
     *
     * @return false unless overridden
     */
    default boolean comparesWithBaseline() {
        return false;
    }

    /**
     * Checks the gate against the scores of its method, before the first case runs.
     *
     * @param scores the scores that will be taken
     * @throws IllegalArgumentException naming the attribute, where the gate can't work with them
     */
    default void check(List<PlannedScore> scores) {}

    /**
     * Checks the gate against the size of the run, before the first case runs and so before any call is paid for.
     *
     * @param planned how many cases are selected, and how often each is sampled
     * @throws IllegalArgumentException naming the attribute, where even a perfect run of that size could not pass
     */
    default void check(PlannedRun planned) {}
}
