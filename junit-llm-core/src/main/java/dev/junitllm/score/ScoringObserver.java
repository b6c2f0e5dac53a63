package dev.junitllm.score;

import java.util.function.Supplier;

/** Sees each score being made, such as to trace it. Called by several threads at once, where scores are made side by side. */
@FunctionalInterface
public interface ScoringObserver {

    /** Sees nothing. */
    ScoringObserver NONE = (name, take) -> take.get();

    /**
     * Makes a score. Called on the thread that makes it, so that what is current on that thread can be set for the scorer and
     * what it calls.
     *
     * @param name the score's name
     * @param take makes the score; to be called once
     * @return the score that was made
     */
    CaseScore observe(String name, Supplier<CaseScore> take);
}
