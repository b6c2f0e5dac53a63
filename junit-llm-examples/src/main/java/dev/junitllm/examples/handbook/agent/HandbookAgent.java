package dev.junitllm.examples.handbook.agent;

import dev.junitllm.examples.handbook.HandbookAssistant;
import java.util.ArrayList;
import java.util.List;

/** Answers questions with tools, one after another, until its planner has an answer. Thread-safe where its parts are. */
public final class HandbookAgent {

    private static final int MOST_STEPS = 6;

    private final Planner planner;
    private final Tools tools;

    /**
     * Makes an agent.
     *
     * @param planner says what to do next
     * @param tools does it
     */
    public HandbookAgent(Planner planner, Tools tools) {
        this.planner = planner;
        this.tools = tools;
    }

    /**
     * Answers a question.
     *
     * @param question in the asker's own words
     * @return the answer; {@link HandbookAssistant#NO_ANSWER} where the planner comes to none
     */
    public String answer(String question) {
        List<Observation> soFar = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            Decision next = planner.next(question, List.copyOf(soFar));
            Action action = next.action();
            if (action == null) {
                return next.answer();
            }
            soFar.add(new Observation(action, tools.use(action)));
        }
        return HandbookAssistant.NO_ANSWER;
    }
}
