package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreDetailsTest {

    @Test
    void keepsACopyInTheOrderGiven() {
        List<Object> counts = new ArrayList<>(List.of(1, 2L));
        Score score = Score.of(0.5).withDetails(Map.of("counts", counts));
        counts.add(3);

        assertThat(score.details()).isEqualTo(Map.of("counts", List.of(1, 2L)));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> score.details().put("x", 1));
    }

    @Test
    void takesNothingThatJsonHasNoWordFor() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("label", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Score.of(1).withDetails(Map.of("precision", Double.NaN)))
                .withMessage("detail 'precision' is no finite number: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Score.of(1).withDetails(Map.of("when", List.of(Thread.State.NEW))))
                .withMessageStartingWith("detail 'when' must be a number, a text, a boolean, or a list or map of such");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Score.of(1).withDetails(withNull))
                .withMessageEndingWith("unlike null");
    }

    @Test
    void losesSecretsOnEveryLevel() {
        CaseScore score = CaseScore.held(
                "x", Score.of(1).withDetails(Map.of("a", "key", "b", List.of(Map.of("c", "key"), 7))), Bar.RECORD_ONLY);

        assertThat(score.kept(name -> name, text -> text.replace("key", "…"), error -> error)
                        .details())
                .isEqualTo(Map.of("a", "…", "b", List.of(Map.of("c", "…"), 7)));
    }

    @Test
    void figuresLieFromZeroToOneAndHoldTheMainOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SetFigures("f1", Map.of("recall", 1.0), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SetFigures("f1", Map.of("f1", 1.5), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetFigures("f1", Map.of("f1", Double.NaN), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetFigures.FigureTable("t", List.of("a", "b"), List.of(List.of("1"))));
    }
}
