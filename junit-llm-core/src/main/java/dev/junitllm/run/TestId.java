package dev.junitllm.run;

/**
 * Which test a result belongs to.
 *
 * @param className the test class's binary name, {@code $} before a nested one; the class that runs, not the one that
 *     declares the method
 * @param method the method's name
 */
public record TestId(String className, String method) {

    /**
     * The name people use.
     *
     * @return such as {@code HandbookEvalTest.answersFromTheHandbook}
     */
    public String displayName() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "." + method;
    }
}
