package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.NoScope;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesOfAnnotationsTest {

    @PassRate(atLeast = 0.9)
    private static final class Rate {}

    @PassRate(of = "f1", atLeast = 0.9, confidence = 0.95, inconclusive = Inconclusive.WARN, slice = "language=de")
    private static final class SureRateOfASlice {}

    @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.9, inconclusive = Inconclusive.WARN)
    private static final class Sequential {}

    @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95, slice = "language=de")
    private static final class SequentialSlice {}

    @PassRate(atLeast = 0)
    private static final class NoBar {}

    @MeanScore(of = "f1", atLeast = 0.5, confidence = 0.9, slice = "language=de")
    private static final class Mean {}

    @SetScore(of = "bleu", figure = "brevity", atLeast = 1)
    private static final class Figure {}

    @SetScore(of = "bleu", atLeast = 1.1)
    private static final class FigureAboveOne {}

    @PassAtK(k = 3, atLeast = 0.9, of = "f1")
    private static final class Any {}

    @PassHatK(k = 3, atLeast = 0.9)
    private static final class All {}

    @ErrorBudget(atMost = 0)
    private static final class NoError {}

    @ErrorBudget(atMost = 1)
    private static final class NothingButErrors {}

    @NoDrift
    private static final class EveryFigure {}

    @NoDrift(of = {"passRate", "cost"})
    private static final class TwoFigures {}

    private static <A extends Annotation> Gate made(GateFactory<A> factory, Class<A> type, Class<?> on) {
        return factory.create(on.getAnnotation(type), new NoScope());
    }

    private static String written(Gate gate) {
        return gate.describe().asWritten();
    }

    @Test
    void areWhatTheAnnotationSays() {
        assertThat(written(made(new PassRateFactory(), PassRate.class, Rate.class)))
                .isEqualTo("@PassRate(atLeast = 0.9)");
        assertThat(written(made(new PassRateFactory(), PassRate.class, SureRateOfASlice.class)))
                .isEqualTo(
                        "@PassRate(of = \"f1\", atLeast = 0.9, confidence = 0.95, inconclusive = WARN, slice = \"language=de\")");
        assertThat(written(made(new PassRateFactory(), PassRate.class, Sequential.class)))
                .isEqualTo("@PassRate(atLeast = 0.9, target = 0.95, confidence = 0.9, inconclusive = WARN)");
        assertThat(written(made(new MeanScoreFactory(), MeanScore.class, Mean.class)))
                .isEqualTo("@MeanScore(of = \"f1\", atLeast = 0.5, confidence = 0.9, slice = \"language=de\")");
        assertThat(written(made(new SetScoreFactory(), SetScore.class, Figure.class)))
                .isEqualTo("@SetScore(of = \"bleu\", figure = \"brevity\", atLeast = 1.0)");
        assertThat(written(made(new PassAtKFactory(), PassAtK.class, Any.class)))
                .isEqualTo("@PassAtK(k = 3, of = \"f1\", atLeast = 0.9)");
        assertThat(written(made(new PassHatKFactory(), PassHatK.class, All.class)))
                .isEqualTo("@PassHatK(k = 3, atLeast = 0.9)");
        assertThat(written(made(new ErrorBudgetFactory(), ErrorBudget.class, NoError.class)))
                .isEqualTo("@ErrorBudget(atMost = 0.0)");
        assertThat(written(made(new NoDriftFactory(), NoDrift.class, EveryFigure.class)))
                .isEqualTo("@NoDrift");
        assertThat(written(made(new NoDriftFactory(), NoDrift.class, TwoFigures.class)))
                .isEqualTo("@NoDrift(of = {\"passRate\", \"cost\"})");
    }

    @Test
    void stopEarlyOnlyWhereTheRateHasATarget() {
        assertThat(made(new PassRateFactory(), PassRate.class, Sequential.class))
                .isInstanceOf(StoppingGate.class);
        assertThat(made(new PassRateFactory(), PassRate.class, Rate.class)).isNotInstanceOf(StoppingGate.class);
    }

    @Test
    void refuseASliceOfARunThatStopsEarly() {
        assertThatThrownBy(() -> made(new PassRateFactory(), PassRate.class, SequentialSlice.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "slice = \"language=de\" and target don't go together: a run that stops early looks at the whole set");
    }

    @Test
    void refuseBarsAndBudgetsThatGateNothing() {
        assertThatThrownBy(() -> made(new PassRateFactory(), PassRate.class, NoBar.class))
                .hasMessageStartingWith("atLeast = 0.0: it must lie above 0 and be at most 1");
        assertThatThrownBy(() -> made(new SetScoreFactory(), SetScore.class, FigureAboveOne.class))
                .hasMessage(
                        "atLeast = 1.1: it must lie above 0 and be at most 1 (a bar of 0 would be met by a run in which every case failed)");
        assertThatThrownBy(() -> made(new ErrorBudgetFactory(), ErrorBudget.class, NothingButErrors.class))
                .hasMessage(
                        "atMost = 1.0: it must be at least 0 and lie below 1 (a budget of 1 would allow a run of nothing but errors)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void refuseSharesThatAreNoBar(double wrong) {
        assertThatThrownBy(() -> Shares.aboveZero("atLeast", wrong)).hasMessageStartingWith("atLeast = " + wrong + ":");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.1, Double.NaN})
    void refuseSharesThatAreNoBudget(double wrong) {
        assertThatThrownBy(() -> Shares.belowOne("atMost", wrong)).hasMessageStartingWith("atMost = " + wrong + ":");
    }

    @Test
    void takeTheEndsOfTheRanges() {
        assertThat(Shares.aboveZero("atLeast", 1)).isEqualTo(1);
        assertThat(Shares.aboveZero("atLeast", 1e-9)).isEqualTo(1e-9);
        assertThat(Shares.belowOne("atMost", 0)).isZero();
        assertThat(Shares.belowOne("atMost", 0.999)).isEqualTo(0.999);
    }
}
