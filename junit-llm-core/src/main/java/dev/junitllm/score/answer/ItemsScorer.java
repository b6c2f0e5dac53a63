package dev.junitllm.score.answer;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares the items of the output with those of the acceptable answers, of which the best counts. */
class ItemsScorer implements Scorer {

    private final String name;
    private final ItemsComparison comparison;
    private final ItemsFigure figure;

    ItemsScorer(String name, boolean ordered, BigDecimal similarity, ItemsFigure figure) {
        this.name = name;
        this.comparison = new ItemsComparison(ordered, similarity);
        this.figure = figure;
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<List<String>> outputs = ItemsText.readings(actual.output());
        ItemsMatch best = null;
        for (String answer : golden.acceptableAnswers()) {
            for (List<String> expected : ItemsText.readings(answer)) {
                for (List<String> output : outputs) {
                    ItemsMatch match = comparison.match(output, expected);
                    best = best == null || figure.of(match) > figure.of(best) ? match : best;
                }
            }
        }
        Objects.requireNonNull(best, "there is at least one acceptable answer");
        return Score.of(figure.of(best), best.reason(comparison.ordered())).withDetails(best.details());
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                name,
                Map.of(
                        "figure", figure.name(),
                        "similarity",
                                comparison.similarity().stripTrailingZeros().toPlainString()));
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }
}
