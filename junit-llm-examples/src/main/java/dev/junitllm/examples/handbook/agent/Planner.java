package dev.junitllm.examples.handbook.agent;

import java.util.List;

/** Decides what to do next. */
@FunctionalInterface
public interface Planner {

    /**
     * The next step.
     *
     * @param question what was asked
     * @param soFar what was done, and what came of it
     * @return a tool to use, or an answer
     */
    Decision next(String question, List<Observation> soFar);
}
