package dev.junitllm.gate;

import dev.junitllm.stats.BettingBounds;
import dev.junitllm.stats.BoundedMean;
import dev.junitllm.stats.DetectableDrop;
import dev.junitllm.stats.Interval;
import dev.junitllm.stats.NonInferiority;
import dev.junitllm.stats.PValue;
import dev.junitllm.stats.PValue.Alternative;
import dev.junitllm.stats.PairedBinary;
import dev.junitllm.stats.PairedScores;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How much the cases have changed, and how sure that is.
 *
 * @param comparison the change, its bounds and the allowed drop
 * @param twoSided the two-sided 95 % interval of the change
 * @param detectable the smallest drop that so many cases show four times out of five, or {@code null} where none is
 * @param p how surprising so many changes for the worse would be if nothing had become worse
 */
record PairedChange(
        NonInferiority comparison,
        Interval twoSided,
        @Nullable DetectableDrop detectable,
        PValue p) {

    /** Of each bound, so that both hold together at 95 %. */
    private static final double EACH_BOUND = 0.975;

    /**
     * Compares by the method that fits: where every case ran once and passed or failed, only the cases that changed tell
     * anything; else the differences of the cases' means do.
     *
     * @param pairs at least one
     */
    static PairedChange of(BaselinePairs pairs, NoRegressionRule rule, long seed) {
        return !rule.ofMeans() && pairs.everyCaseOnce()
                ? ofOutcomes(pairs.pairs(), rule)
                : ofMeans(pairs.pairs(), rule, seed);
    }

    private static PairedChange ofOutcomes(List<CasePair> pairs, NoRegressionRule rule) {
        boolean[] before = new boolean[pairs.size()];
        boolean[] now = new boolean[pairs.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = pairs.get(i).before().value() == 1;
            now[i] = pairs.get(i).now().value() == 1;
        }
        PairedBinary counts = PairedBinary.of(before, now);
        return new PairedChange(
                counts.nonInferiority(rule.maxDrop(), rule.confidence()),
                counts.tango(EACH_BOUND),
                DetectableDrop.ofPairs(
                                counts.cases(),
                                Math.max(counts.discordance(), DetectableDrop.DISCORDANCE),
                                rule.confidence())
                        .orElse(null),
                counts.mcNemar(Alternative.LESS));
    }

    private static PairedChange ofMeans(List<CasePair> pairs, NoRegressionRule rule, long seed) {
        PairedScores scores = PairedScores.of(
                values(pairs, pair -> pair.before().value()),
                values(pairs, pair -> pair.now().value()));
        PValue p = scores.signFlip(Alternative.LESS, seed);
        BoundedMean few = (numbers, confidence) -> BettingBounds.of(numbers).oneSided(confidence);
        return new PairedChange(
                ofMeans(scores, rule, rule.confidence(), seed, few),
                ofMeans(scores, rule, EACH_BOUND, seed, few).difference(),
                DetectableDrop.ofPairs(scores, rule.confidence()).orElse(null),
                p);
    }

    private static NonInferiority ofMeans(
            PairedScores scores, NoRegressionRule rule, double confidence, long seed, BoundedMean few) {
        return (rule.ofMeans()
                        ? scores.nonInferiority(rule.maxDrop(), confidence, seed, few)
                        : scores.cappedNonInferiority(rule.maxDrop(), confidence, seed, few))
                .orElseGet(() -> ofOne(scores.mean(), rule.maxDrop(), confidence));
    }

    /** One case says nothing of others. */
    private static NonInferiority ofOne(double difference, double maxDrop, double confidence) {
        return new NonInferiority(
                new Interval("one case", difference, -1, 1, 1, confidence, false),
                maxDrop,
                new PValue("one case", Alternative.GREATER, 1, 1),
                -difference > maxDrop);
    }

    private static double[] values(List<CasePair> pairs, ToDoubleFunction<CasePair> value) {
        return pairs.stream().mapToDouble(value).toArray();
    }

    double value() {
        return comparison.difference().estimate();
    }

    double lower() {
        return comparison.difference().lower();
    }

    double upper() {
        return comparison.difference().upper();
    }

    String method() {
        return comparison.difference().method();
    }
}
