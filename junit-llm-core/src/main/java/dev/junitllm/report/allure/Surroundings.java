package dev.junitllm.report.allure;

import dev.junitllm.run.TestId;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What Allure's listener says of every result of one method: where it stands in the suites, and its labels. Taken from a
 * case, so that a verdict that Allure makes no result for can be put beside it.
 *
 * @param history identifies the method over all runs, whatever the place of a case in its set
 * @param fullName what a test plan selects the method by
 * @param titlePath packages, classes and method
 * @param labels those that all results of the method have
 * @param links of the method and its class
 */
record Surroundings(
        MethodHistory history, String fullName, List<String> titlePath, List<Label> labels, List<Link> links) {

    private static final Set<String> OF_ONE_RESULT = Set.of(Labels.UNIQUE_ID, "thread");

    static Surroundings of(TestResult shown, TestId test) {
        List<Label> shared = shown.getLabels().stream()
                .filter(label -> !OF_ONE_RESULT.contains(label.getName()))
                .map(Labels::copy)
                .toList();
        return new Surroundings(
                MethodHistory.of(test, shown.getTestCaseId()),
                shown.getFullName() == null ? test.className() + "." + test.method() : shown.getFullName(),
                List.copyOf(shown.getTitlePath()),
                shared,
                List.copyOf(shown.getLinks()));
    }

    static boolean belongsTo(TestResult shown, TestId test) {
        return Optional.of(test.className()).equals(Labels.value(shown, "testClass"))
                && Optional.of(test.method()).equals(Labels.value(shown, "testMethod"));
    }

    TestResult newResult() {
        TestResult result = new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setTestCaseId(history.template())
                .setFullName(fullName);
        result.getTitlePath().addAll(titlePath);
        labels.stream().map(Labels::copy).forEach(result.getLabels()::add);
        result.getLinks().addAll(links);
        return result;
    }
}
