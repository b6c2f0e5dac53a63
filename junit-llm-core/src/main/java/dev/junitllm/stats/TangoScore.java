package dev.junitllm.stats;

import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tango's score statistic of a difference λ between paired rates (Statistics in Medicine 17, 1998), and the interval of all λ
 * that it doesn't reject. With b cases from pass to fail, c from fail to pass, n in all:
 *
 * <pre>
 * z(λ) = (c − b − nλ) / √(n (2q + λ(1 − λ)))
 * q    = (√(B² − 4AC) − B) / 2A   with A = 2n, B = −b − c + (2n − c + b)λ, C = −bλ(1 − λ)
 * </pre>
 *
 * <p>q is the likeliest rate of changes for the worse if the difference were λ.
 */
final class TangoScore {

    private final double worse;
    private final double better;
    private final double cases;

    TangoScore(double worse, double better, double cases) {
        this.worse = worse;
        this.better = better;
        this.cases = cases;
    }

    Interval oneSided(double confidence) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.tail(confidence, false));
        double difference = (better - worse) / cases;
        return new Interval(
                "Tango",
                difference,
                edge(-1, difference, lambda -> z(lambda) > z),
                edge(1, difference, lambda -> z(lambda) < -z),
                cases,
                confidence,
                false);
    }

    double z(double lambda) {
        double distance = better - worse - cases * lambda;
        double variance = cases * (2 * rateOfWorse(lambda) + lambda * (1 - lambda));
        return variance <= 0
                ? (distance == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, distance))
                : distance / Math.sqrt(variance);
    }

    private double rateOfWorse(double lambda) {
        double a = 2 * cases;
        double b = -worse - better + (2 * cases - better + worse) * lambda;
        double c = -worse * lambda * (1 - lambda);
        return (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
    }

    /** Where from {@code outside}, which may be rejected, to {@code inside}, which is not, rejection ends. */
    private static double edge(double outside, double inside, DoublePredicate rejected) {
        double out = outside;
        double in = inside;
        if (!rejected.test(out)) {
            return out;
        }
        while (Math.abs(out - in) > 1e-15) {
            double middle = (out + in) / 2;
            if (middle == out || middle == in) {
                break;
            }
            if (rejected.test(middle)) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return in;
    }
}
