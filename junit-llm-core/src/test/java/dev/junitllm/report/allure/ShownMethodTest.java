package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.TestId;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import org.junit.jupiter.api.Test;

/** How a result of Allure's is recognised as one of a golden set. */
class ShownMethodTest {

    private static final String CLASS =
            "[engine:junit-jupiter]/[class-template:a.Eval]/[class-template-invocation:#2]/";

    private static final String METHOD = CLASS + "[test-template:answers()]";

    private static final TestId TEST = new TestId("a.Eval", "answers[2]", METHOD);

    @Test
    void isByUniqueIdWhateverItIsFiledUnder() {
        TestResult shown = named("elsewhere.Base$Inner", "answers", METHOD + "/[test-template-invocation:#1]");

        assertThat(ShownMethod.isInvocation(shown, TEST)).isTrue();
        assertThat(ShownMethod.isContainer(shown, TEST)).isFalse();
    }

    @Test
    void isNotByNameWhereThereIsAUniqueId() {
        String otherInvocation = METHOD.replace("#2", "#1") + "/[test-template-invocation:#1]";

        assertThat(ShownMethod.isInvocation(named("a.Eval", "answers[2]", otherInvocation), TEST))
                .isFalse();
        assertThat(ShownMethod.isContainer(named("a.Eval", "answers[2]", METHOD.replace("#2", "#1")), TEST))
                .isFalse();
    }

    @Test
    void tellsTheMethodFromItsInvocations() {
        TestResult shown = named("a.Eval", "answers", METHOD);

        assertThat(ShownMethod.isContainer(shown, TEST)).isTrue();
        assertThat(ShownMethod.isInvocation(shown, TEST)).isFalse();
    }

    @Test
    void isByNameWhereThereIsNoUniqueId() {
        assertThat(ShownMethod.isInvocation(named("a.Eval", "answers[2]", null), TEST))
                .isTrue();
        assertThat(ShownMethod.isContainer(named("a.Eval", "answers[2]", null), TEST))
                .isTrue();
        assertThat(ShownMethod.isInvocation(named("a.Eval", "answers[1]", null), TEST))
                .isFalse();
        assertThat(ShownMethod.isInvocation(named("a.Other", "answers[2]", null), TEST))
                .isFalse();
    }

    @Test
    void namesTheParametersOfTheMethodThatRuns() {
        String type = ShownMethodTest.class.getName();

        assertThat(ShownMethod.parameterNames(named(type, "named", null)))
                .containsExactlyInAnyOrder("testClass", "method", "uniqueId");
        assertThat(ShownMethod.parameterNames(named("a.Unknown", "named", null)))
                .isEmpty();
        assertThat(ShownMethod.parameterNames(new TestResult())).isEmpty();
    }

    private static TestResult named(String testClass, String method, String uniqueId) {
        TestResult result = new TestResult();
        result.getLabels().add(new Label().setName("testClass").setValue(testClass));
        result.getLabels().add(new Label().setName("testMethod").setValue(method));
        if (uniqueId != null) {
            result.getLabels().add(new Label().setName(Labels.UNIQUE_ID).setValue(uniqueId));
        }
        return result;
    }
}
