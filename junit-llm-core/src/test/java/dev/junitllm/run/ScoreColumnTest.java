package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoreOutcome;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreColumnTest {

    private final ScoreColumn column =
            new ScoreColumn(PlannedScore.alone("recall", Bar.atLeast(0.5), "000000000000"), 4);

    @Test
    void meansLeaveOutWhatHasNoValue() {
        keep(0, Score.of(1));
        keep(1, Score.notApplicable("nothing to recall"));
        keep(2, Score.of(0));

        assertThat(column.mean(IntStream.range(0, 4))).hasValue(0.5);
        assertThat(column.mean(IntStream.of(1, 3))).isEmpty();
    }

    @Test
    void aScoreWithoutAValueWasTakenAllTheSame() {
        keep(1, Score.notApplicable("nothing to recall"));

        assertThat(column.of(1)).isEqualTo(new ScoreValue("recall", ScoreOutcome.NOT_APPLICABLE, null));
        assertThat(column.isNotApplicable(1)).isTrue();
        assertThat(column.of(3)).isNull();
        assertThat(column.isNotApplicable(3)).isFalse();
    }

    private void keep(int row, Score score) {
        column.keep(row, CaseScore.held("recall", score, Bar.atLeast(0.5)), Map.of());
    }
}
