package dev.junitllm.score.trace;

import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;

/** One thing that is asked of a trace. */
interface TraceRule {

    /** Its name, and what is asked. */
    ScorerDescription describe();

    /**
     * Looks.
     *
     * @return 1 where the trace is as asked, else 0; either says why
     * @throws ScoringException where the trace doesn't say
     */
    Score check(Trace trace) throws ScoringException;

    /** Whether it is about time, of which an answer from a recording says nothing. */
    default boolean isAboutTime() {
        return false;
    }
}
