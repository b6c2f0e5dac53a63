package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseDecisionTest {

    private static final CaseScore PASSED = CaseScore.held("a", Score.of(1), Bar.atLeast(1));
    private static final CaseScore FAILED = CaseScore.held("b", Score.of(0), Bar.atLeast(1));
    private static final CaseScore RECORDED = CaseScore.held("c", Score.of(0), Bar.RECORD_ONLY);
    private static final CaseScore NOT_APPLICABLE = CaseScore.held("d", Score.notApplicable(""), Bar.atLeast(1));
    private static final CaseScore ERROR =
            CaseScore.error("e", Bar.atLeast(1), CaseError.of("TIMEOUT", "no reply in 30 s"));

    @Test
    void aBarThatIsReachedPasses() {
        assertThat(outcome(PASSED, RECORDED, NOT_APPLICABLE)).isEqualTo(CaseOutcome.PASSED);
    }

    @Test
    void anErrorDoesNotHideAMiss() {
        assertThat(outcome(ERROR, FAILED, PASSED)).isEqualTo(CaseOutcome.FAILED);
    }

    @Test
    void anErrorIsNoPass() {
        CaseDecision decision = CaseDecision.of(null, false, true, List.of(PASSED, ERROR));

        assertThat(decision.outcome()).isEqualTo(CaseOutcome.ERROR);
        assertThat(decision.error().kind()).isEqualTo("TIMEOUT");
        assertThat(decision.error().message()).isEqualTo("score 'e' could not be made: no reply in 30 s");
    }

    @Test
    void anErrorOfTheBodyIsAnErrorWhateverElse() {
        CaseError error = CaseError.of(CaseError.APPLICATION, "503");

        assertThat(CaseDecision.of(error, false, true, List.of()))
                .isEqualTo(new CaseDecision(CaseOutcome.ERROR, error));
    }

    @Test
    void theBodysOwnAssertionIsAMiss() {
        assertThat(CaseDecision.of(null, true, true, List.of(PASSED, ERROR)).outcome())
                .isEqualTo(CaseOutcome.FAILED);
        assertThat(CaseDecision.of(null, true, false, List.of()).outcome()).isEqualTo(CaseOutcome.FAILED);
    }

    @Test
    void withoutEvidenceNothingWasScored() {
        CaseDecision decision = CaseDecision.of(null, false, false, List.of());

        assertThat(decision.outcome()).isEqualTo(CaseOutcome.UNSCORED);
        assertThat(decision.error().message())
                .isEqualTo("nothing was scored: the test body never called actual.output(…)");
    }

    @Test
    void whatIsOnlyRecordedOrDoesNotApplyNeitherPassesNorFails() {
        assertThat(outcome(RECORDED)).isEqualTo(CaseOutcome.UNSCORED);
        assertThat(outcome(NOT_APPLICABLE)).isEqualTo(CaseOutcome.UNSCORED);
        assertThat(outcome(RECORDED, NOT_APPLICABLE)).isEqualTo(CaseOutcome.UNSCORED);
    }

    private static CaseOutcome outcome(CaseScore... scores) {
        return CaseDecision.of(null, false, true, List.of(scores)).outcome();
    }
}
