package dev.junitllm.report.allure;

import dev.junitllm.Printable;
import java.nio.file.Path;

/** What is logged where a report can't be written. */
final class AllureWarnings {

    private AllureWarnings() {}

    static String unfit(LinkageError error) {
        return "junit-llm doesn't report to Allure: the Allure on the class path doesn't fit (" + cause(error)
                + "). It is made for allure-jupiter 2.35; the tests are not affected.";
    }

    static String failed(RuntimeException error) {
        return "Something is missing in the Allure report (" + cause(error)
                + "). The tests are not affected; further failures of this kind are not logged.";
    }

    static String unreadable(Path file, String found) {
        return file + " is left as it is: it should hold " + found + ". Delete it to get junit-llm's in the next run.";
    }

    private static String cause(Throwable error) {
        return Printable.line(error.toString(), 300);
    }
}
