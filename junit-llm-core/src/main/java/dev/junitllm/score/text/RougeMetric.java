package dev.junitllm.score.text;

import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.text.RougeScore.Figure;
import dev.junitllm.score.text.RougeScore.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ROUGE of one variant. */
class RougeMetric extends BestAnswerMetric {

    private final Variant variant;
    private final Figure figure;
    private final WordRule rule;

    RougeMetric(Variant variant, Figure figure, boolean unicode) {
        super(describe(variant, figure, unicode));
        this.variant = variant;
        this.figure = figure;
        this.rule = unicode ? WordRule.LETTERS : WordRule.ASCII;
    }

    @Override
    final Comparer of(String output) {
        return answer -> {
            Overlap overlap = switch (variant) {
                case ONE -> ofNGrams(output, answer, 1);
                case TWO -> ofNGrams(output, answer, 2);
                case L -> ofSequences(output, answer);
                case LSUM -> RougeSentences.overlap(output, answer, rule);
            };
            return overlap.inAnswer() == 0 ? Optional.empty() : Optional.of(new Rated(overlap, figure));
        };
    }

    @Override
    final String needed() {
        return (variant == Variant.TWO ? "two words" : "a word")
                + (rule == WordRule.ASCII
                        ? " made of a to z and 0 to 9, which are all that ROUGE reads unless @RougeScore(unicode = true)"
                        : "");
    }

    private Overlap ofNGrams(String output, String answer, int order) {
        NGrams grams = NGrams.of(numbered(output, answer));
        String unit = "words";
        if (order == 2) {
            grams = grams.longer();
            unit = "pairs of words";
        }
        return new Overlap(grams.shared(0, 1), grams.total(0), grams.total(1), unit);
    }

    private Overlap ofSequences(String output, String answer) throws TooLargeException {
        List<int[]> words = numbered(output, answer);
        int[] one = words.get(0);
        int[] other = words.get(1);
        return new Overlap(CommonSubsequence.length(one, other, "words"), one.length, other.length, "words");
    }

    private List<int[]> numbered(String output, String answer) {
        Vocabulary<String> vocabulary = new Vocabulary<>();
        return List.of(vocabulary.numbers(rule.words(output)), vocabulary.numbers(rule.words(answer)));
    }

    private static ScorerDescription describe(Variant variant, Figure figure, boolean unicode) {
        String name = switch (variant) {
            case ONE -> "rouge-1";
            case TWO -> "rouge-2";
            case L -> "rouge-l";
            case LSUM -> "rouge-lsum";
        };
        return ScorerDescription.of(
                figure == Figure.F1 ? name : name + "-" + figure.name().toLowerCase(Locale.ROOT),
                Map.of("figure", figure.name(), "words", unicode ? "unicode" : "a-z0-9", "stemmer", "none"));
    }

    /** An overlap of which one figure is the score, and F1 says which answer is the best. */
    private record Rated(Overlap overlap, Figure figure) implements Comparison {

        @Override
        public double value() {
            return switch (figure) {
                case F1 -> overlap.value();
                case PRECISION -> overlap.precision();
                case RECALL -> overlap.recall();
            };
        }

        @Override
        public double rank() {
            return overlap.value();
        }

        @Override
        public String describe(String answer) {
            return overlap.describe(answer);
        }

        @Override
        public Map<String, ?> details() {
            return overlap.details();
        }
    }
}
