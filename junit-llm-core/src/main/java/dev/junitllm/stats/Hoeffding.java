package dev.junitllm.stats;

/** Hoeffding's interval of the mean of numbers from 0 to 1. */
final class Hoeffding {

    private Hoeffding() {}

    static Interval interval(Moments scores, double confidence, boolean twoSided) {
        double tail = Interval.tail(confidence, twoSided);
        double half = Math.sqrt(-Math.log(tail) / (2.0 * scores.count()));
        return new Interval(
                "Hoeffding",
                scores.mean(),
                Math.max(0, scores.mean() - half),
                Math.min(1, scores.mean() + half),
                scores.count(),
                confidence,
                twoSided);
    }
}
