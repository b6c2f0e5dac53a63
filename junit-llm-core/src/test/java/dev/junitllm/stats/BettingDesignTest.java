package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BettingDesignTest {

    private static final BettingDesign DESIGN = new BettingDesign(0.7, 0.8, 0.05, 0.05, 200);

    @Test
    void passesGoodScoresAndFailsBadOnes() {
        BettingState good = DESIGN.begin();
        BettingState bad = DESIGN.begin();
        while (!good.decision().isFinal()) {
            good = good.add(0.95);
        }
        while (!bad.decision().isFinal()) {
            bad = bad.add(0.3);
        }

        assertThat(good.decision()).isEqualTo(SequentialDecision.PASS);
        assertThat(bad.decision()).isEqualTo(SequentialDecision.FAIL);
        assertThat(good.scores()).isLessThan(25);
        assertThat(bad.scores()).isLessThan(25);
        assertThat(good.add(0)).isSameAs(good);
        assertThat(good.add(0, 0)).isSameAs(good);
    }

    @Test
    void endsAtItsCap() {
        BettingDesign ofTen = new BettingDesign(0.7, 0.8, 0.05, 0.05, 10);
        BettingState state = ofTen.begin();
        while (!state.decision().isFinal()) {
            state = state.add(0.75);
        }

        assertThat(state.decision()).isEqualTo(SequentialDecision.INCONCLUSIVE);
        assertThat(state.scores()).isEqualTo(10);
    }

    @Test
    void weighsABatchAtItsEnd() {
        double[] scores = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0};
        BettingState single = DESIGN.begin();
        for (double score : scores) {
            single = single.add(score);
        }

        assertThat(single.decision()).isEqualTo(SequentialDecision.PASS);
        assertThat(DESIGN.begin().add(scores).decision()).isEqualTo(SequentialDecision.CONTINUE);
    }

    /** What is a mean of 0.7, between 0.7 and 0.8, and of 0.8, of a suite of four. */
    @ParameterizedTest
    @CsvSource({"0.7, FAIL", "0.69, FAIL", "0.75, PASS", "0.8, PASS", "0.81, PASS"})
    void isCertainAtTheEndOfASuite(double mean, SequentialDecision decision) {
        BettingState state = DESIGN.beginWithoutReplacement(4).add(mean, mean, mean, mean);

        assertThat(state.decision()).isEqualTo(decision);
    }

    @Test
    void passesASuiteThatMeetsItsOnlyBar() {
        BettingDesign bar = new BettingDesign(0.5, 0.5, 0.05, 0.05, 200);

        assertThat(bar.beginWithoutReplacement(4).add(1, 0, 1, 0).decision()).isEqualTo(SequentialDecision.PASS);
        assertThat(bar.beginWithoutReplacement(4).add(1, 0, 0, 0).decision()).isEqualTo(SequentialDecision.FAIL);
        assertThat(bar.beginWithoutReplacement(4).add(1, 0, 1).decision()).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(bar.beginWithoutReplacement(4).add(1, 1, 1).decision()).isEqualTo(SequentialDecision.PASS);
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BettingDesign(0.8, 0.7, 0.05, 0.05, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BettingDesign(0.7, 0.8, 0.5, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BettingDesign(0.7, 0.8, 0.05, 0.05, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DESIGN.begin().add(-0.1));
    }
}
