package dev.junitllm.score.text;

import dev.junitllm.score.text.BleuScore.Smoothing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * BLEU by its parts (Papineni et al. 2002).
 *
 * @param counts what it is computed from
 * @param precisions for each order, smoothed
 * @param brevity the penalty for being shorter than the answer, from 0 to 1
 * @param value the score, from 0 to 1
 */
record BleuFigures(BleuCounts counts, List<Double> precisions, double brevity, double value) {

    static BleuFigures of(BleuCounts counts, BleuSettings settings) {
        double brevity = brevity(counts.outputLength(), counts.answerLength());
        if (counts.shared().stream().allMatch(shared -> shared == 0)) { // nothing to smooth
            return new BleuFigures(
                    counts, counts.shared().stream().map(zero -> 0.0).toList(), brevity, 0);
        }
        List<Double> precisions = precisions(counts, settings);
        int orders = settings.effectiveOrder() ? precisions.size() : settings.maxOrder();
        double logarithms = precisions.stream().mapToDouble(Math::log).sum();
        double mean = orders > precisions.size() ? 0 : Math.exp(logarithms / orders);
        return new BleuFigures(counts, precisions, brevity, Math.min(1, brevity * mean));
    }

    /** As far as the output has n-grams at all. */
    private static List<Double> precisions(BleuCounts counts, BleuSettings settings) {
        List<Double> precisions = new ArrayList<>();
        double halving = 1;
        for (int order = 1; order <= settings.maxOrder(); order++) {
            double shared = counts.shared().get(order - 1);
            double total = counts.total().get(order - 1);
            if (settings.smoothing() == Smoothing.ADD_K && order > 1) {
                shared += settings.smoothingValue();
                total += settings.smoothingValue();
            }
            if (total == 0) {
                break;
            }
            if (shared == 0 && settings.smoothing() == Smoothing.EXP) {
                halving /= 2;
                shared = halving;
            } else if (shared == 0 && settings.smoothing() == Smoothing.FLOOR) {
                shared = settings.smoothingValue();
            }
            precisions.add(shared / total);
        }
        return precisions;
    }

    private static double brevity(long output, long answer) {
        if (output >= answer) {
            return 1;
        }
        return output == 0 ? 0 : Math.exp(1 - (double) answer / output);
    }

    /** Such as {@code shared n-grams 6/6, 3/5, 1/4, 0/3; brevity penalty 1.00 (6 words against 6)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("shared n-grams ");
        for (int i = 0; i < counts.shared().size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(counts.shared().get(i))
                    .append('/')
                    .append(counts.total().get(i));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "; brevity penalty %.2f (%s words against %s)",
                        brevity,
                        counts.outputLength(),
                        counts.answerLength()))
                .toString();
    }
}
