package dev.junitllm.gate;

import dev.junitllm.stats.Interval;
import dev.junitllm.stats.PairedRatio;
import java.util.List;
import java.util.Optional;

/**
 * By how much tokens or cost have changed over the cases of which both sides know them.
 *
 * @param behavior which
 * @param ratio the sum now over the sum then
 * @param unknown how many cases don't know it on one side
 */
record AmountChange(Behavior behavior, PairedRatio ratio, int unknown) {

    private static final double CONFIDENCE = 0.95;

    /** Empty where no case knows it on both sides, or nothing was taken then. */
    static Optional<AmountChange> of(Behavior behavior, List<CaseBehavior> pairs) {
        List<CaseBehavior> known = pairs.stream()
                .filter(pair -> pair.amountThen(behavior) != null && pair.amountNow(behavior) != null)
                .toList();
        double[] then = new double[known.size()];
        double[] now = new double[known.size()];
        double sum = 0;
        for (int i = 0; i < then.length; i++) {
            then[i] = amount(known.get(i).amountThen(behavior));
            now[i] = amount(known.get(i).amountNow(behavior));
            sum += then[i];
        }
        return sum == 0
                ? Optional.empty()
                : Optional.of(new AmountChange(behavior, PairedRatio.of(then, now), pairs.size() - known.size()));
    }

    private static double amount(@org.jspecify.annotations.Nullable Double known) {
        return known == null ? 0 : known;
    }

    Optional<Interval> interval() {
        return ratio.twoSided(CONFIDENCE);
    }

    /** Whether the interval leaves no change out. */
    boolean isShown() {
        return interval()
                .filter(bounds -> bounds.lower() > 1 || bounds.upper() < 1)
                .isPresent();
    }

    String sentence() {
        return "%s %s (%s)"
                .formatted(behavior.words(), BehaviorWords.percent(ratio.ratio()), BehaviorWords.interval(interval()));
    }
}
