package dev.junitllm.run;

/**
 * Which test a result belongs to: the names it is filed under, and what JUnit knows it by. The names are those that people
 * and files go by; they needn't be names of a class and a method that exist.
 *
 * @param className the name of the class that results are filed under: the binary name of the test class that runs, then
 *     {@code $} and the simple name of each nested class, even where it is inherited from another class
 * @param method the name that results are filed under within the class: the method's, or the golden set's own, then
 *     {@code [1]} and so on where a class template runs its class several times
 * @param uniqueId JUnit's unique id of the test method, all of whose invocations begin with it and {@code /}; empty where
 *     there is none
 */
public record TestId(String className, String method, String uniqueId) {

    /**
     * A test that JUnit has no id for.
     *
     * @param className the name of the class that results are filed under
     * @param method the name that results are filed under within the class
     */
    public TestId(String className, String method) {
        this(className, method, "");
    }

    /**
     * The name people use.
     *
     * @return such as {@code HandbookEvalTest.answersFromTheHandbook}
     */
    public String displayName() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "." + method;
    }
}
