package dev.junitllm.report;

import dev.junitllm.Trace;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.TestId;

/**
 * Shows results as they come. Every text it is given is free of secrets, and none of it is to be trusted: it is escaped
 * or encoded wherever it is shown. Methods are called from the threads that run the tests, several at once.
 */
public interface RunReporter {

    /**
     * A sample has ended. Called on the thread that ran it, before JUnit tells its listeners.
     *
     * @param result the sample
     * @param trace what happened during it, for the time of this call only: traces are large; {@link Trace#NONE} where
     *     nothing was recorded
     * @param selection such as {@code 12 of 40 cases} where the set was narrowed, else empty
     */
    default void caseFinished(CaseResult result, Trace trace, String selection) {}

    /**
     * A plain test whose trace is kept has ended. Called on the thread that ran it, before JUnit tells its listeners.
     *
     * @param test the test; of one that runs several times, all of its invocations have this id
     * @param trace what happened during it, for the time of this call only, and where it is kept
     */
    default void testTraced(TestId test, KeptTrace trace) {}

    /**
     * A golden set has ended and its gates have been asked. Called before a failing verdict is thrown.
     *
     * @param set the golden set's run
     * @param run what there is to say of the whole run so far
     */
    default void setFinished(SetReport set, RunRecord run) {}
}
