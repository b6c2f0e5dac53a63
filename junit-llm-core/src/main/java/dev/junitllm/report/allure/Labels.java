package dev.junitllm.report.allure;

import dev.junitllm.Printable;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labels: what reviewers filter results by. */
final class Labels {

    /** JUnit's unique id, as Allure's listener notes it. */
    static final String UNIQUE_ID = "junit.platform.uniqueid";

    /** The method, below its class in the suites. */
    static final String SUB_SUITE = "subSuite";

    /** With the value -1 it tells Allure TestOps to overlook a container's result. */
    static final String ALLURE_ID = "AS_ID";

    private static final int LONGEST = 200;

    private Labels() {}

    static Label of(String name, String value) {
        return new Label().setName(name).setValue(Printable.line(value, LONGEST));
    }

    /** A report shows the first few, and hides what Allure knows of host, thread and framework behind a button. */
    static void putFirst(TestResult result, Label... labels) {
        List<Label> all = new ArrayList<>(List.of(labels));
        all.addAll(result.getLabels());
        result.setLabels(all);
    }

    static Label copy(Label label) {
        return new Label().setName(label.getName()).setValue(label.getValue());
    }

    static Optional<String> value(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> name.equals(label.getName()))
                .map(Label::getValue)
                .findFirst();
    }
}
