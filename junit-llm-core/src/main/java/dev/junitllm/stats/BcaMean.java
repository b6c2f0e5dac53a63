package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval of a mean (Efron, Journal of the American Statistical Association 82,
 * 1987): what the mean of as many values, drawn from these with replacement, comes to, read at quantiles that are moved for
 * bias and skewness. With B means θ* of draws, θ the mean observed and θ(i) the mean without value i:
 *
 * <ul>
 *   <li>bias correction: z₀ = Φ⁻¹((#{θ* &lt; θ} + ½ #{θ* = θ}) / B)
 *   <li>acceleration: a = Σ(θ̄ − θ(i))³ / (6 (Σ(θ̄ − θ(i))²)^1.5)
 *   <li>the quantile read for α: Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) with z = Φ⁻¹(α), by linear interpolation (type 7 of
 *       Hyndman and Fan 1996)
 * </ul>
 *
 * <p>Up to six values all n^n draws are looked at; of more, {@link #RESAMPLES} are drawn with the generator
 * L64X128MixRandom. One value stands for one case, so that whole cases are drawn, never single samples. With fewer than ten
 * values it holds less often than it says. Immutable.
 */
public final class BcaMean {

    /** How many draws are made where not all are looked at. */
    public static final int RESAMPLES = 10_000;

    private static final String GENERATOR = "L64X128MixRandom";
    private static final int MOST_ENUMERATED = 6;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Moments observed;
    private final double[] sorted;
    private final double bias;
    private final double acceleration;

    private BcaMean(double[] values, Moments observed, double[] means) {
        this.observed = observed;
        this.sorted = means;
        Arrays.sort(sorted);
        this.bias = bias(sorted, observed.mean());
        this.acceleration = acceleration(values, observed.mean());
    }

    /**
     * Draws.
     *
     * @param values one of each case, finite; at least one
     * @param seed of the generator; the same seed gives the same interval. Unused up to six values
     * @return the draws, or empty where all values are equal, of which the bootstrap can tell nothing
     * @throws IllegalArgumentException where there is no value
     */
    public static Optional<BcaMean> of(double[] values, long seed) {
        return values.length <= MOST_ENUMERATED && values.length > 0
                ? made(values, enumerated(values))
                : drawn(values, RESAMPLES, seed);
    }

    static Optional<BcaMean> drawn(double[] values, int resamples, long seed) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a bootstrap needs at least one value");
        }
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        return made(values, means);
    }

    private static Optional<BcaMean> made(double[] values, double[] means) {
        Moments observed = Moments.of(values);
        return observed.same() ? Optional.empty() : Optional.of(new BcaMean(values, observed, means));
    }

    /**
     * The bias correction z₀.
     *
     * @return 0 where half of the draws lie below the mean; infinite where all lie on one side
     */
    public double bias() {
        return bias;
    }

    /**
     * The acceleration a.
     *
     * @return 0 for values that are not skewed
     */
    public double acceleration() {
        return acceleration;
    }

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds
     */
    public Interval oneSided(double confidence) {
        return interval(confidence, false);
    }

    /**
     * An interval, whose bounds hold together.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the interval
     */
    public Interval twoSided(double confidence) {
        return interval(confidence, true);
    }

    private Interval interval(double confidence, boolean twoSided) {
        double z = NORMAL.inverseSurvivalProbability(Interval.tail(confidence, twoSided));
        return new Interval(
                "BCa bootstrap",
                observed.mean(),
                quantile(moved(-z)),
                quantile(moved(z)),
                observed.count(),
                confidence,
                twoSided);
    }

    /** Where to read instead of at Φ(z): there itself where the bias correction is infinite, which leaves the percentile. */
    private double moved(double z) {
        if (Double.isInfinite(bias)) {
            return NORMAL.cumulativeProbability(z);
        }
        double shifted = bias + z;
        double stretch = 1 - acceleration * shifted;
        return stretch <= 0 ? (shifted < 0 ? 0 : 1) : NORMAL.cumulativeProbability(bias + shifted / stretch);
    }

    private double quantile(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Draws that make up the mean again, in another order, differ from it by rounding only: they count as equal. */
    private static double bias(double[] means, double mean) {
        double slack = 1e-12 * Math.max(Math.abs(means[0]), Math.abs(means[means.length - 1]));
        long below = 0;
        long equal = 0;
        for (double drawn : means) {
            if (Math.abs(drawn - mean) <= slack) {
                equal++;
            } else if (drawn < mean) {
                below++;
            }
        }
        return NORMAL.inverseCumulativeProbability((below + equal / 2.0) / means.length);
    }

    private static double acceleration(double[] values, double mean) {
        double others = values.length - 1;
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            // the mean of the others is mean − (value − mean) / (n − 1)
            double influence = (value - mean) / others;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double[] enumerated(double[] values) {
        int count = values.length;
        double[] means = new double[(int) Math.pow(count, count)];
        for (int code = 0; code < means.length; code++) {
            double sum = 0;
            int rest = code;
            for (int j = 0; j < count; j++) {
                sum += values[rest % count];
                rest /= count;
            }
            means[code] = sum / count;
        }
        return means;
    }
}
