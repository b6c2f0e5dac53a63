package dev.junitllm.examples.handbook.agent;

/** What the agent can do. */
@FunctionalInterface
public interface Tools {

    /**
     * Uses a tool.
     *
     * @param action which, and with what
     * @return what it gives back
     * @throws IllegalArgumentException where there is no such tool, or it can't do that
     */
    String use(Action action);
}
