package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.gate.Compared.Level;
import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.BaselineScore;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.SampleResult;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparedTest {

    private static final Compared CASES = new Compared("", false);
    private static final Compared RATE = new Compared("f1", false);
    private static final Compared MEAN = new Compared("f1", true);
    private static final BaselineScore AT_HALF = new BaselineScore(Bar.atLeast(0.5), "a");
    private static final BaselineScore AT_ONE = new BaselineScore(Bar.atLeast(1), "a");
    private static final BaselineScore RECORDED = new BaselineScore(Bar.RECORD_ONLY, "a");

    /** Four samples of which one passed; the score was made for three of them, of which two reached its bar. */
    private static final BaselineMark MARK =
            new BaselineMark(CaseOutcome.FAILED, 4, 1, Map.of("f1", new BaselineMark.Value(0.75, 3, 2)), null);

    @Test
    void aMarkIsTakenAtItsPassesTheScoresPassesOrTheMean() {
        assertThat(CASES.level(MARK)).contains(new Level(0.25, 4));
        assertThat(RATE.level(MARK)).contains(new Level(2.0 / 3, 3));
        assertThat(MEAN.level(MARK)).contains(new Level(0.75, 3));
    }

    @Test
    void aMarkWithoutWhatIsComparedHasNoLevel() {
        assertThat(CASES.level(BaselineFixture.unscored())).isEmpty();
        assertThat(RATE.level(BaselineFixture.unscored())).isEmpty();
        assertThat(new Compared("other", true).level(MARK)).isEmpty();
    }

    @Test
    void aSampleIsZeroOrOneWhereItPassesOrFailsAndItsValueWhereMeansAreCompared() {
        SampleResult passed = only(Runs.of("f1").with(1, 0.75));
        SampleResult failed = only(Runs.of("f1").with(1, 0.25));

        assertThat(List.of(CASES, RATE))
                .allSatisfy(compared -> assertThat(compared.level(passed)).contains(new Level(1, 1)))
                .allSatisfy(compared -> assertThat(compared.level(failed)).contains(new Level(0, 1)));
        assertThat(MEAN.level(passed)).contains(new Level(0.75, 1));
        assertThat(MEAN.level(failed)).contains(new Level(0.25, 1));
    }

    @Test
    void aScoreIsLookedAtByItselfEvenWhereTheCaseFailsByAnother() {
        SampleResult mixed = only(Runs.of("f1", "em")
                .with(
                        1,
                        CaseScore.held("f1", Score.of(1), Bar.atLeast(0.5)),
                        CaseScore.held("em", Score.of(0), Bar.atLeast(0.5))));

        assertThat(RATE.level(mixed)).contains(new Level(1, 1));
        assertThat(CASES.level(mixed)).contains(new Level(0, 1));
        assertThat(RATE.isError(mixed)).isFalse();
    }

    @Test
    void anErrorIsNoLevelAndNeverAZero() {
        SampleResult error = only(Runs.of("f1").errors(1));

        assertThat(List.of(CASES, RATE, MEAN)).allSatisfy(compared -> {
            assertThat(compared.level(error)).isEmpty();
            assertThat(compared.isError(error)).isTrue();
        });
    }

    @Test
    void whereNothingAppliesThereIsNeitherALevelNorAnError() {
        SampleResult nothing = only(Runs.of("f1").notApplicable(1));

        assertThat(List.of(CASES, RATE, MEAN)).allSatisfy(compared -> {
            assertThat(compared.level(nothing)).isEmpty();
            assertThat(compared.isError(nothing)).isFalse();
        });
    }

    @Test
    void aScoreThatIsOnlyRecordedHasAMeanAndNoRate() {
        SampleResult recorded = only(Runs.of("f1").recorded(1, 0.25));

        assertThat(MEAN.level(recorded)).contains(new Level(0.25, 1));
        assertThat(RATE.level(recorded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f1"})
    void aScoreMadeTheSameWayIsAlike(String of) {
        assertThat(new Compared(of, false).unlike(Map.of("f1", AT_HALF), Map.of("f1", AT_HALF)))
                .isEmpty();
    }

    @Test
    void aMovedBarMattersToRatesOnly() {
        assertThat(RATE.unlike(Map.of("f1", AT_HALF), Map.of("f1", AT_ONE)))
                .contains("the bar of score f1 has changed from 0.5 to 1");
        assertThat(CASES.unlike(Map.of("f1", AT_HALF), Map.of("f1", RECORDED)))
                .contains("the bar of score f1 has changed from 0.5 to none");
        assertThat(CASES.unlike(Map.of("f1", RECORDED), Map.of("f1", AT_HALF)))
                .contains("the bar of score f1 has changed from none to 0.5");
        assertThat(MEAN.unlike(Map.of("f1", AT_HALF), Map.of("f1", AT_ONE))).isEmpty();
    }

    @Test
    void aScoreThatIsNewOrGoneIsUnlike() {
        assertThat(CASES.unlike(Map.of(), Map.of("f1", AT_HALF))).contains("score f1 has come to the method");
        assertThat(CASES.unlike(Map.of("f1", AT_HALF), Map.of())).contains("score f1 has gone from the method");
        assertThat(MEAN.unlike(Map.of(), Map.of("f1", RECORDED))).contains("score f1 has come to the method");
        assertThat(MEAN.unlike(Map.of("f1", RECORDED), Map.of())).contains("score f1 has gone from the method");
    }

    @Test
    void aScoreThatIsMadeInAnotherWayIsUnlikeEvenForItsMean() {
        BaselineScore other = new BaselineScore(Bar.RECORD_ONLY, "b");

        assertThat(MEAN.unlike(Map.of("f1", RECORDED), Map.of("f1", other)))
                .contains("score f1 is made in another way (its metric, judge or criterion has changed)");
    }

    @Test
    void scoresThatDecideNothingOfWhatIsComparedAreOfNoAccount() {
        BaselineScore other = new BaselineScore(Bar.RECORD_ONLY, "b");

        assertThat(CASES.unlike(Map.of("f1", RECORDED), Map.of("f1", other))).isEmpty();
        assertThat(CASES.unlike(Map.of("f1", RECORDED), Map.of())).isEmpty();
        assertThat(CASES.unlike(Map.of(), Map.of("f1", RECORDED))).isEmpty();
        assertThat(RATE.unlike(Map.of("f1", AT_HALF, "em", AT_HALF), Map.of("f1", AT_HALF)))
                .isEmpty();
    }

    @Test
    void theFirstOfTodaysScoresIsNamedFirst() {
        Map<String, BaselineScore> now = new LinkedHashMap<>();
        now.put("z", AT_HALF);
        now.put("a", AT_HALF);

        assertThat(CASES.unlike(Map.of("gone", AT_HALF), now)).contains("score z has come to the method");
    }

    private static SampleResult only(Runs run) {
        return run.end().samples().findFirst().orElseThrow();
    }
}
