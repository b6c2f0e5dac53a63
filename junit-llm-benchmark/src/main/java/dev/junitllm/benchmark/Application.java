package dev.junitllm.benchmark;

/** What is tested: it answers at once, so that what is measured is what surrounds it. */
final class Application {

    private static final String BEFORE = "How many days of leave does an employee with staff number ";
    private static final String AFTER = " have left at the end of the third quarter?";

    private Application() {}

    static String question(int number) {
        return BEFORE + number + AFTER;
    }

    static String answer(String question) {
        return "Employee " + question.substring(BEFORE.length(), question.length() - AFTER.length())
                + " has 12 days left.";
    }
}
