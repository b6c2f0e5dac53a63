package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SequentialDesignTest {

    private static final SequentialDesign DESIGN = SequentialDesign.strict(0.9, 0.95, 0.95, 894);

    @Test
    void weighsPassesAgainstFailures() {
        // ln(0.95/0.9) = 0.054067, ln(0.05/0.1) = −0.693147, ln 20 = 2.995732
        assertThat(DESIGN.logRatio(10, 1)).isCloseTo(0.54067 - 0.69315, within(1e-5));
        assertThat(DESIGN.upper()).isCloseTo(2.995732, within(1e-6));
        assertThat(DESIGN.lower()).isCloseTo(-2.995732, within(1e-6));
    }

    @Test
    void stopsAtTheFirstResultThatReachesABoundary() {
        assertThat(DESIGN.decide(55, 0)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(DESIGN.decide(56, 0)).isEqualTo(SequentialDecision.PASS);
        assertThat(DESIGN.decide(0, 4)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(DESIGN.decide(0, 5)).isEqualTo(SequentialDecision.FAIL);
        assertThat(DESIGN.fewestToPass()).isEqualTo(56);
        assertThat(DESIGN.fewestToFail()).isEqualTo(5);
    }

    @Test
    void reachesABoundaryExactly() {
        // (0.8/0.4)^5 = 32 = 1/α, and (0.2/0.6)^2 = 1/9 = β
        SequentialDesign design = new SequentialDesign(
                0.4, 0.8, 1 / 32.0, 1 / 9.0, SequentialBoundary.STRICT, SequentialDesign.UNLIMITED);

        assertThat(design.decide(5, 0)).isEqualTo(SequentialDecision.PASS);
        assertThat(design.decide(0, 2)).isEqualTo(SequentialDecision.FAIL);
        assertThat(design.fewestToPass()).isEqualTo(5);
        assertThat(design.fewestToFail()).isEqualTo(2);
    }

    @Test
    void takesAConfidenceForTheDecimalNumberItIsWrittenAs() {
        assertThat(DESIGN.alpha()).isEqualTo(0.05);
        assertThat(DESIGN.beta()).isEqualTo(0.05);
    }

    @Test
    void endsAtItsCap() {
        SequentialDesign short10 = SequentialDesign.strict(0.9, 0.95, 0.95, 10);

        assertThat(short10.decide(9, 0)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(short10.decide(9, 1)).isEqualTo(SequentialDecision.INCONCLUSIVE);
        assertThat(short10.decide(5, 5)).isEqualTo(SequentialDecision.FAIL);
        assertThat(SequentialDecision.INCONCLUSIVE.isFinal()).isTrue();
        assertThat(SequentialDecision.CONTINUE.isFinal()).isFalse();
    }

    @Test
    void refutesARateOfOneByASingleFailure() {
        SequentialDesign perfect = SequentialDesign.strict(0.5, 1, 0.95, 100);

        assertThat(perfect.decide(99, 1)).isEqualTo(SequentialDecision.FAIL);
        assertThat(perfect.decide(4, 0)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(perfect.decide(5, 0)).isEqualTo(SequentialDecision.PASS);
        assertThat(perfect.fewestToFail()).isEqualTo(1);
    }

    @Test
    void doesNotChangeItsMind() {
        SequentialState decided = SequentialState.begin(DESIGN).add(0, 5);
        SequentialState later = decided.add(true).add(1_000, 0);

        assertThat(decided.decision()).isEqualTo(SequentialDecision.FAIL);
        assertThat(later).isSameAs(decided);
        assertThat(later.samples()).isEqualTo(5);
    }

    @Test
    void weighsABatchAtItsEnd() {
        SequentialState oneByOne =
                SequentialState.begin(DESIGN).add(55, 0).add(true).add(0, 5);
        SequentialState atOnce = SequentialState.begin(DESIGN).add(56, 5);

        assertThat(oneByOne.decision()).isEqualTo(SequentialDecision.PASS);
        assertThat(atOnce.decision()).isEqualTo(SequentialDecision.CONTINUE);
    }

    @Test
    void tellsTheEvidence() {
        SequentialState state = SequentialState.begin(DESIGN).add(true).add(false);

        assertThat(state.evidenceForGood()).isCloseTo(0.95 / 0.9 * 0.5, within(1e-12));
        assertThat(state.evidenceForBad()).isCloseTo(0.9 / 0.95 * 2, within(1e-12));
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequentialDesign.strict(0.95, 0.9, 0.95, 10))
                .withMessage("the rates lie above 0, up to 1, and the bad below the good, unlike 0.95 and 0.9");
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialDesign.strict(0, 0.9, 0.95, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialDesign.strict(0.9, 1.1, 0.95, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialDesign.strict(0.9, 0.95, 0.5, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialDesign.strict(0.9, 0.95, 1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialDesign.strict(0.9, 0.95, 0.95, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DESIGN.decide(-1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequentialState.begin(DESIGN).add(0, -1));
    }
}
