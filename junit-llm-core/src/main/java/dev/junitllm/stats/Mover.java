package dev.junitllm.stats;

/**
 * The interval of a difference from intervals of its two parts ("method of variance estimates recovery", Zou and Donner,
 * Statistics in Medicine 27, 2008; for rates: Newcombe, Statistics in Medicine 17, 1998).
 */
final class Mover {

    private Mover() {}

    static Interval difference(String method, Interval current, Interval baseline, double correlation, double size) {
        double below = current.estimate() - current.lower();
        double above = current.upper() - current.estimate();
        double baselineBelow = baseline.estimate() - baseline.lower();
        double baselineAbove = baseline.upper() - baseline.estimate();
        double difference = current.estimate() - baseline.estimate();
        return new Interval(
                method,
                difference,
                difference - joined(below, baselineAbove, correlation),
                difference + joined(above, baselineBelow, correlation),
                size,
                current.confidence(),
                current.twoSided());
    }

    private static double joined(double one, double other, double correlation) {
        return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
    }
}
