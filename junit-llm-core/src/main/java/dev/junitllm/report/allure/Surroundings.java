package dev.junitllm.report.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Allure's listener says of every result of one method: where it stands in the suites, and its labels. Taken from a
 * case, so that a verdict that Allure makes no result for can be put beside it.
 *
 * @param fullName what a test plan selects the method by
 * @param titlePath packages, classes and method
 * @param labels those that all results of the method have
 * @param links of the method and its class
 */
record Surroundings(@Nullable String fullName, List<String> titlePath, List<Label> labels, List<Link> links) {

    private static final Set<String> OF_ONE_RESULT = Set.of(Labels.UNIQUE_ID, "thread");

    static Surroundings of(TestResult shown) {
        List<Label> shared = shown.getLabels().stream()
                .filter(label -> !OF_ONE_RESULT.contains(label.getName()))
                .map(Labels::copy)
                .toList();
        return new Surroundings(
                shown.getFullName(), List.copyOf(shown.getTitlePath()), shared, List.copyOf(shown.getLinks()));
    }

    TestResult newResult() {
        TestResult result =
                new TestResult().setUuid(UUID.randomUUID().toString()).setFullName(fullName);
        result.getTitlePath().addAll(titlePath);
        labels.stream().map(Labels::copy).forEach(result.getLabels()::add);
        result.getLinks().addAll(links);
        return result;
    }
}
