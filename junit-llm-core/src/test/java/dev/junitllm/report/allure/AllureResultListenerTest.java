package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.FAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.TestId;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the results on a thread a failed verdict is shown in. */
class AllureResultListenerTest {

    private static final String TEMPLATE = "[engine:junit-jupiter]/[class:a.Eval]/[test-template:answers()]";

    @TempDir
    Path folder;

    private final AllureResultListener listener = new AllureResultListener();

    @BeforeEach
    void handOverAVerdictOfAnswers() {
        Cases cases = new Cases(new TestId("filed.Elsewhere", "leave[2]", TEMPLATE), 1);
        AllureLifecycle lifecycle = new AllureLifecycle(new FileSystemResultsWriter(folder));
        VerdictContent content = VerdictContent.of(
                Plan.decided(List.of(cases.missed("a", true)), FAIL).report());
        listener.beforeTestSchedule(new VerdictHandover(content, new Attachments(lifecycle)));
    }

    @Test
    void isTheFailureOfItsMethodAndOnlyOnce() {
        TestResult first = written("answers", TEMPLATE);
        TestResult second = written("answers", TEMPLATE);

        assertThat(first.getName()).isEqualTo("Verdict: Elsewhere.leave[2]");
        assertThat(second.getName()).isEqualTo("junit's");
    }

    @Test
    void isNotTheFailureOfAnotherMethod() {
        TestResult other = written("refuses", TEMPLATE.replace("answers", "refuses"));
        TestResult own = written("answers", TEMPLATE);

        assertThat(other.getName()).isEqualTo("junit's");
        assertThat(own.getName()).isEqualTo("Verdict: Elsewhere.leave[2]");
    }

    @Test
    void isNotACaseOfItsMethod() {
        assertThat(written("answers", TEMPLATE + "/[test-template-invocation:#1]")
                        .getName())
                .isEqualTo("junit's");
    }

    @Test
    void isNotAFailureOnAnotherThread() throws InterruptedException {
        TestResult[] elsewhere = new TestResult[1];
        Thread thread = new Thread(() -> elsewhere[0] = written("answers", TEMPLATE));
        thread.start();
        thread.join();

        assertThat(elsewhere[0].getName()).isEqualTo("junit's");
    }

    private TestResult written(String method, String uniqueId) {
        TestResult result =
                new TestResult().setName("junit's").setStatus(Status.FAILED).setTestCaseId(uniqueId);
        result.getLabels().add(new Label().setName("testClass").setValue("a.Eval"));
        result.getLabels().add(new Label().setName("testMethod").setValue(method));
        result.getLabels().add(new Label().setName(Labels.UNIQUE_ID).setValue(uniqueId));
        listener.beforeTestWrite(result);
        return result;
    }
}
