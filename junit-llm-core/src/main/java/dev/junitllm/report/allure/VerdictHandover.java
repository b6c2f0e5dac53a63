package dev.junitllm.report.allure;

import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries a failing verdict to the result that Allure's listener is about to make of it. It is scheduled, which shows it to
 * {@link AllureResultListener}, and never written.
 */
final class VerdictHandover extends TestResult {

    private static final long serialVersionUID = 1L;

    private transient @Nullable VerdictContent content;
    private final transient Attachments attachments;

    VerdictHandover(VerdictContent content, Attachments attachments) {
        setUuid(UUID.randomUUID().toString());
        this.content = content;
        this.attachments = attachments;
    }

    /** Whether a result is the one JUnit's failure of the method became. */
    boolean isFor(TestResult result) {
        VerdictContent verdict = content;
        return verdict != null && ShownMethod.isContainer(result, verdict.test());
    }

    void showIn(TestResult result) {
        VerdictContent verdict = content;
        // Allure keeps what was scheduled for as long as it runs: let go of the pages at least.
        content = null;
        if (verdict != null) {
            // Allure puts a method beside its cases, not above them: show the verdict where a passing one stands.
            List<String> place = new ArrayList<>(result.getTitlePath());
            place.add(result.getName());
            result.setTitlePath(place);
            verdict.showIn(result, attachments);
        }
    }
}
