package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.NoScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoRegressionFactoryTest {

    @NoRegression
    static final class Usual {}

    @NoRegression(
            of = "f1",
            mean = true,
            maxDrop = 0.1,
            confidence = 0.5,
            inconclusive = Inconclusive.FAIL,
            severeDrop = 1,
            allowMissing = true)
    static final class Everything {}

    @NoRegression(mean = true)
    static final class MeanOfNothing {}

    @NoRegression(maxDrop = 0)
    static final class NoDrop {}

    @NoRegression(maxDrop = 1)
    static final class WholeDrop {}

    @NoRegression(confidence = 0.49)
    static final class Unsure {}

    @NoRegression(confidence = 1)
    static final class Certain {}

    @NoRegression(severeDrop = 0)
    static final class NoSevereDrop {}

    @NoRegression(severeDrop = 1.01)
    static final class TooSevere {}

    @Test
    void whatIsNotSetIsLeftToTheGate() {
        assertThat(gate(Usual.class))
                .isEqualTo(new NoRegressionGate("", false, null, 0.95, Inconclusive.WARN, false, null, false));
    }

    @Test
    void takesEveryAttributeAtTheEndsOfItsRange() {
        assertThat(gate(Everything.class))
                .isEqualTo(new NoRegressionGate("f1", true, 0.1, 0.5, Inconclusive.FAIL, true, 1.0, false));
    }

    @ParameterizedTest
    @ValueSource(classes = {NoDrop.class, WholeDrop.class})
    void refusesADropThatNothingCanShowOrExceed(Class<?> annotated) {
        double maxDrop = annotated.getAnnotation(NoRegression.class).maxDrop();

        assertThatThrownBy(() -> gate(annotated))
                .hasMessage(
                        "maxDrop = " + maxDrop
                                + ": it must lie above 0 and below 1 (no number of cases can show that nothing at all has become worse)");
    }

    @ParameterizedTest
    @ValueSource(classes = {Unsure.class, Certain.class})
    void refusesAConfidenceBelowAHalfOrOfOne(Class<?> annotated) {
        double confidence = annotated.getAnnotation(NoRegression.class).confidence();

        assertThatThrownBy(() -> gate(annotated))
                .hasMessage("confidence = " + confidence + ": it must be at least 0.5 and below 1");
    }

    @ParameterizedTest
    @ValueSource(classes = {NoSevereDrop.class, TooSevere.class})
    void refusesASevereDropThatEveryCaseOrNoneHas(Class<?> annotated) {
        double severeDrop = annotated.getAnnotation(NoRegression.class).severeDrop();

        assertThatThrownBy(() -> gate(annotated))
                .hasMessage("severeDrop = " + severeDrop + ": it must lie above 0 and be at most 1");
    }

    @Test
    void refusesTheMeanOfNoScore() {
        assertThatThrownBy(() -> gate(MeanOfNothing.class))
                .hasMessage("mean = true needs the name of a score: of = \"…\"");
    }

    private static Gate gate(Class<?> annotated) {
        return new NoRegressionFactory().create(annotated.getAnnotation(NoRegression.class), new NoScope());
    }
}
