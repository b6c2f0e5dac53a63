package dev.junitllm.benchmark;

/** The two kinds of test that are held against each other. */
enum Kind {
    PLAIN("@ParameterizedTest", PlainTest.class),
    GOLDEN("@GoldenSet", GoldenSetTest.class);

    private final String shown;
    private final Class<?> testClass;

    Kind(String shown, Class<?> testClass) {
        this.shown = shown;
        this.testClass = testClass;
    }

    String shown() {
        return shown;
    }

    Class<?> testClass() {
        return testClass;
    }
}
