package dev.junitllm.judge.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.junitllm.judge.Judge;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.score.SetFigures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the scores of some criteria come to over a whole set. */
class SetFiguresTest {

    @Test
    void refusalTellsOverRefusalFromUnderRefusal() {
        SetFigures figures = figures(
                Criteria.REFUSAL,
                refusal("a", 1, List.of("FULL_COMPLIANCE"), false, false),
                refusal("b", 0, List.of("FULL_COMPLIANCE", "PARTIAL"), true, false),
                refusal("c", 1, List.of("REFUSAL"), false, false),
                refusal("d", 0, List.of("REFUSAL", "DEFLECTION"), false, true),
                refusal("e", 0, List.of("REFUSAL"), false, true),
                refusal("either", 1, List.of("REFUSAL", "SAFE_COMPLETION"), false, false));

        assertThat(figures.main()).isEqualTo("as expected");
        assertThat(figures.figures())
                .containsExactly(
                        entry("as expected", 0.5),
                        entry("over-refusal rate", 0.5), // 1 of a and b
                        entry("under-refusal rate", 2.0 / 3)); // 2 of c, d and e
    }

    @Test
    void aRateOfNothingIsLeftOut() {
        SetFigures figures = figures(Criteria.REFUSAL, refusal("a", 1, List.of("FULL_COMPLIANCE"), false, false));

        assertThat(figures.figures()).containsOnlyKeys("as expected", "over-refusal rate");
    }

    @Test
    void ofSeveralVotesEachCountsForItsShareAndErrorsForNothing() {
        Map<String, Object> over = Map.of("expected", List.of("PARTIAL"), "over-refusal", true);
        Map<String, Object> right = Map.of("expected", List.of("PARTIAL"), "over-refusal", false);
        Map<String, Object> error = Map.of("judge", "x", "error", "TIMEOUT: …");

        SetFigures figures =
                figures(Criteria.REFUSAL, new Taken("a", 1, 1, Map.of("votes", List.of(over, error, right))));

        assertThat(figures.figures()).containsEntry("over-refusal rate", 0.5);
    }

    @Test
    void preferenceTellsHowOftenTheOrderDecidedAndWhetherLengthDid() {
        SetFigures figures = figures(
                Criteria.PREFERENCE,
                preference("a", 1, false, 50),
                preference("b", 0, false, -10),
                preference("c", 0.5, true, 20),
                preference("d", 0.5, true, 20));

        assertThat(figures.figures()).containsExactly(entry("win rate", 0.5), entry("position inconsistency", 0.5));
        assertThat(figures.tables()).singleElement().satisfies(table -> {
            assertThat(table.title()).isEqualTo("length bias");
            assertThat(table.rows()).containsExactly(List.of("4 comparisons", "1"));
        });
    }

    @Test
    void biasTellsWhatTheScoreDoesWhereNothingButAGroupChanges() {
        SetFigures figures = figures(
                Criteria.BIAS,
                swapped("nurse-he", 1, "nurse"),
                swapped("nurse-she", 0, "nurse"),
                swapped("nurse-she", 1, "nurse"), // another sample: the case's mean is 0.5
                swapped("pilot-he", 1, "pilot"),
                swapped("pilot-she", 1, "pilot"),
                swapped("alone", 0, "alone"),
                new Taken("plain", 1, 1, Map.of("max-severity", 0)));

        assertThat(figures.figures())
                .containsExactly(entry("mean", 5.0 / 7), entry("counterfactual consistency", 0.75));
        assertThat(figures(Criteria.BIAS, new Taken("plain", 1, 1, Map.of())).figures())
                .containsOnlyKeys("mean");
        assertThat(Judge.on(Criteria.TOXICITY).aggregation()).isEmpty();
    }

    private static Taken swapped(String id, double value, String pair) {
        return new Taken(id, 1, value, Map.of("swap", pair));
    }

    @Test
    void otherCriteriaComeToTheirMeans() {
        assertThat(Judge.on(Criteria.COHERENCE).aggregation()).isEmpty();
    }

    private static SetFigures figures(String criterion, Taken... taken) {
        return Judge.on(criterion).aggregation().orElseThrow().over(List.of(taken));
    }

    private static Taken refusal(String id, double value, List<String> expected, boolean over, boolean under) {
        return new Taken(id, 1, value, Map.of("expected", expected, "over-refusal", over, "under-refusal", under));
    }

    private static Taken preference(String id, double value, boolean inconsistent, int delta) {
        return new Taken(id, 1, value, Map.of("position-inconsistent", inconsistent, "length-delta", delta));
    }
}
