package dev.junitllm.examples.handbook.agent;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The planner after a change for the worse: somebody cleaned the question up before it is planned for, and took the years
 * away with the rest of the "noise". Every answer still sounds right; but it counts no days any more, for it no longer sees a
 * date. Thread-safe.
 */
public final class HastyPlanner implements Planner {

    private static final Pattern NOISE = Pattern.compile("\\s*\\b\\d{4}\\b");

    private final Planner planner;

    /**
     * Makes a planner.
     *
     * @param planner who plans for the question that is left
     */
    public HastyPlanner(Planner planner) {
        this.planner = planner;
    }

    @Override
    public Decision next(String question, List<Observation> soFar) {
        return planner.next(NOISE.matcher(question).replaceAll(""), soFar);
    }
}
