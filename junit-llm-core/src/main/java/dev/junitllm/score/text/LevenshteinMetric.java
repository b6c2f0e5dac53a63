package dev.junitllm.score.text;

import dev.junitllm.score.ScorerDescription;
import java.util.Map;
import java.util.Optional;

/** Similarity by edits, of texts in one form. */
abstract class LevenshteinMetric extends BestAnswerMetric {

    private final TextForm form;

    LevenshteinMetric(String name, TextForm form) {
        super(ScorerDescription.of(name));
        this.form = form;
    }

    @Override
    final Comparer of(String output) {
        Vocabulary<Integer> alphabet = new Vocabulary<>();
        int[] characters = characters(output, alphabet);
        return answer -> {
            int[] others = characters(answer, alphabet);
            return Optional.of(
                    new Edits(EditDistance.between(characters, others), Math.max(characters.length, others.length)));
        };
    }

    private int[] characters(String text, Vocabulary<Integer> alphabet) {
        return alphabet.numbers(form.of(text).codePoints().boxed().toList());
    }

    private record Edits(int distance, int longer) implements Comparison {

        @Override
        public double value() {
            return longer == 0 ? 1 : 1 - (double) distance / longer;
        }

        @Override
        public String describe(String answer) {
            return "%s %s away from %s, of %s characters"
                    .formatted(
                            Integer.toString(distance),
                            distance == 1 ? "edit" : "edits",
                            answer,
                            Integer.toString(longer));
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("distance", distance);
        }
    }
}
