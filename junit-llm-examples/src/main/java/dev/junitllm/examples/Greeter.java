package dev.junitllm.examples;

/** Stands in for the first example. */
public final class Greeter {

    /**
     * Greets someone.
     *
     * @param name who is greeted
     * @return the greeting
     */
    public String greet(String name) {
        return "Hello, " + name + "!";
    }
}
