package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private static CaseScore f1(double value, double bar) {
        return CaseScore.held("f1", Score.of(value), Bar.atLeast(bar));
    }

    private static CaseScore exact(double value, double bar) {
        return CaseScore.held("exact", Score.of(value), Bar.atLeast(bar));
    }

    private static List<String> ids(List<SampleResult> samples) {
        return samples.stream().map(SampleResult::caseId).toList();
    }

    @Test
    void ordersMissesByTheirLowestFailedScoreAndNotByOneThatPassed() {
        RunSummary run = Runs.of("f1", "exact")
                .with(1, f1(0.4, 0.5), exact(0.1, 0.05))
                .with(1, f1(0.2, 0.5), exact(1, 0.05))
                .with(1, f1(1, 0.5), exact(1, 0.05))
                .with(1, f1(0.3, 0.5), exact(0.02, 0.05))
                .with(1, f1(0.2, 0.5), exact(1, 0.05))
                .end();

        assertThat(ids(Deciding.misses(run))).containsExactly("case-4", "case-2", "case-5", "case-1");
    }

    @Test
    void putsAFailedAssertionBeforeMissesAndErrorsAfterThem() {
        RunSummary run = Runs.of("f1")
                .errors(1)
                .with(1, 0)
                .assertionsFailed(1)
                .with(1, 1)
                .end();

        assertThat(ids(Deciding.misses(run))).containsExactly("case-3", "case-2", "case-1");
    }

    @Test
    void ordersMissesOfOneScoreByItsValueAndItsErrorsLast() {
        CaseScore error = CaseScore.error("f1", Bar.atLeast(0.5), CaseError.of(CaseError.SCORER, "broken"));
        RunSummary run = Runs.of("f1", "exact")
                .with(1, error, exact(0, 0.5))
                .with(1, f1(0.4, 0.5), exact(0, 0.5))
                .with(1, f1(0.1, 0.5), exact(1, 0.5))
                .with(1, f1(0.5, 0.5), exact(0, 0.5))
                .with(1, f1(0.4, 0.5), exact(1, 0.5))
                .end();

        assertThat(ids(Deciding.missesOf(run, "f1"))).containsExactly("case-3", "case-2", "case-5", "case-1");
        assertThat(ids(new PassRateGate(0.5, "f1").decide(run).deciding()))
                .isEqualTo(ids(Deciding.missesOf(run, "f1")));
        assertThat(ids(Deciding.missesOf(run, "exact"))).containsExactly("case-1", "case-2", "case-4");
    }

    @Test
    void takesAsBelowWhatIsLowerThanTheBarAndErrorsButNotWhatDoesNotApply() {
        RunSummary run = Runs.of("f1")
                .with(1, 1)
                .errors(1)
                .with(1, 0.5)
                .with(1, 0.49)
                .notApplicable(1)
                .with(1, 0.1)
                .end();

        assertThat(ids(Deciding.below(run, "f1", 0.5))).containsExactly("case-6", "case-4", "case-2");
    }

    @Test
    void findsErrorsAmongTheRest() {
        RunSummary run = Runs.of("f1")
                .with(1, 0)
                .errors(1)
                .notApplicable(1)
                .with(1, 1)
                .errors(1)
                .end();

        assertThat(ids(Deciding.errors(run))).containsExactly("case-2", "case-5");
    }

    @Test
    void keepsAHundred() {
        RunSummary misses = Runs.of("f1").with(101, 0).end();

        assertThat(Deciding.misses(misses)).hasSize(100);
        assertThat(Deciding.missesOf(misses, "f1")).hasSize(100);
        assertThat(Deciding.below(misses, "f1", 0.5)).hasSize(100);
        assertThat(Deciding.errors(Runs.of("f1").errors(101).end())).hasSize(100);
    }

    @Test
    void whatIsOnlyRecordedIsAnAnswerButNoOutcome() {
        RunSummary run =
                Runs.of("f1").recorded(2, 0.5).notApplicable(1).errors(1).end();

        assertThat(Tallies.byAnswer(run)).isEqualTo(new Tally(2, 0, 1, 1));
        assertThat(Tallies.byOutcome(run)).isEqualTo(new Tally(0, 0, 3, 1));
        assertThat(Tallies.byScore(run, "f1")).isEqualTo(new Tally(2, 0, 1, 1));
        assertThat(Tallies.taken(run, "f1")).as("the error took no score").isEqualTo(new Tally(2, 0, 0, 1));
    }
}
