package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How far two raters agree who put the same items into the same categories, such as a person and a judge. Immutable.
 *
 * <p>Cohen's κ (Educational and Psychological Measurement 20, 1960; with weights: Psychological Bulletin 70, 1968) is 1 less
 * the disagreement over the one that raters would have by chance who use the categories as often. Where nearly all items are
 * of one kind it is small although the raters nearly always agree; Gwet's AC₁ (British Journal of Mathematical and Statistical
 * Psychology 61, 2008) is not, so that both belong side by side.
 */
public final class RaterAgreement {

    /** How much a disagreement counts. */
    public enum Weights {
        /** Every disagreement the same: for categories without an order. */
        PLAIN {
            @Override
            double disagreement(int one, int other, int categories) {
                return one == other ? 0 : 1;
            }
        },
        /** By how many categories they lie apart. */
        LINEAR {
            @Override
            double disagreement(int one, int other, int categories) {
                return Math.abs(one - other) / (categories - 1.0);
            }
        },
        /** By the square of it: for grades. */
        QUADRATIC {
            @Override
            double disagreement(int one, int other, int categories) {
                double apart = (one - other) / (categories - 1.0);
                return apart * apart;
            }
        };

        abstract double disagreement(int one, int other, int categories);
    }

    private final int categories;
    private final int[] one;
    private final int[] other;

    private RaterAgreement(int categories, int[] one, int[] other) {
        this.categories = categories;
        this.one = one;
        this.other = other;
    }

    /**
     * The agreement of two raters.
     *
     * @param categories how many there are, at least 2
     * @param one the category of each item by one rater, from 0
     * @param other the category of each item by the other, in the same order
     * @return the agreement
     * @throws IllegalArgumentException where there is no item, one list is longer, or there is no such category
     */
    public static RaterAgreement of(int categories, int[] one, int[] other) {
        if (categories < 2 || one.length == 0 || one.length != other.length) {
            throw new IllegalArgumentException(
                    "agreement needs at least two categories and one item, and both ratings of each, unlike %s, %s and %s"
                            .formatted(categories, one.length, other.length));
        }
        for (int rating : concat(one, other)) {
            if (rating < 0 || rating >= categories) {
                throw new IllegalArgumentException(
                        "categories are 0 to %s, unlike %s".formatted(categories - 1, rating));
            }
        }
        return new RaterAgreement(categories, one.clone(), other.clone());
    }

    /**
     * The share of items on which both agree.
     *
     * @return from 0 to 1
     */
    public double agreement() {
        return 1 - disagreement(Weights.PLAIN);
    }

    /**
     * Cohen's κ.
     *
     * @param weights how much a disagreement counts
     * @return at most 1, 0 for chance; empty where both put everything into the same one category
     */
    public OptionalDouble kappa(Weights weights) {
        double[] ones = shares(one);
        double[] others = shares(other);
        double chance = 0;
        for (int i = 0; i < categories; i++) {
            for (int j = 0; j < categories; j++) {
                chance += weights.disagreement(i, j, categories) * ones[i] * others[j];
            }
        }
        return chance == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - disagreement(weights) / chance);
    }

    /**
     * Gwet's AC₁: (agreement − e) / (1 − e) with e = Σ p(1 − p) / (categories − 1) of the mean shares p.
     *
     * @return at most 1, 0 for chance
     */
    public double gwetAc1() {
        double[] both = shares(concat(one, other));
        double chance = Arrays.stream(both).map(p -> p * (1 - p)).sum() / (categories - 1);
        return (agreement() - chance) / (1 - chance);
    }

    /**
     * A figure's interval, by drawing the items again: {@link PercentileBootstrap}.
     *
     * @param figure such as {@code a -> a.kappa(Weights.QUADRATIC)}; empty where it is undefined
     * @param resamples how many sets to draw
     * @param seed of the generator
     * @return the draws, or empty where there is one item, or many draws leave the figure undefined
     */
    public Optional<PercentileBootstrap> bootstrap(
            Function<RaterAgreement, OptionalDouble> figure, int resamples, long seed) {
        return one.length < 2
                ? Optional.empty()
                : PercentileBootstrap.draw(
                        one.length,
                        items -> figure.apply(new RaterAgreement(categories, drawn(one, items), drawn(other, items)))
                                .orElse(Double.NaN),
                        resamples,
                        seed);
    }

    private double disagreement(Weights weights) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += weights.disagreement(one[i], other[i], categories);
        }
        return sum / one.length;
    }

    private double[] shares(int[] ratings) {
        double[] shares = new double[categories];
        for (int rating : ratings) {
            shares[rating] += 1.0 / ratings.length;
        }
        return shares;
    }

    private static int[] drawn(int[] ratings, int[] items) {
        return Arrays.stream(items).map(item -> ratings[item]).toArray();
    }

    private static int[] concat(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
