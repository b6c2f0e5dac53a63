package dev.junitllm.stats;

/**
 * How many cases it takes to see what one wants to see, by the usual formulas from the normal distribution. α is how likely
 * something is seen that isn't there, one-sided where nothing else is said; power how likely it is seen if it is there.
 * They are for planning: for few cases, or rates near 0 or 1, see {@link FixedDesign}, which is exact.
 */
public final class SampleSizes {

    private static final String ALPHA = "alpha";
    private static final String POWER = "power";
    private static final String DISCORDANT = "share of discordant cases";
    private static final String MARGIN = "margin";
    private static final String DIFFERENCE = "difference";

    private SampleSizes() {}

    /**
     * To tell a rate from a given one: ((z(α)√(p₀q₀) + z(β)√(p₁q₁)) / (p₁ − p₀))².
     *
     * @param given p₀, between 0 and 1
     * @param actual p₁, what the rate is in truth, larger or smaller; between 0 and 1
     * @param alpha between 0 and 1
     * @param power between 0 and 1
     * @return the size
     * @throws IllegalArgumentException where a number lies outside its range, or the rates are equal
     */
    public static SampleSize rate(double given, double actual, double alpha, double power) {
        PlanInputs inputs = new PlanInputs()
                .open("given rate", given)
                .open("actual rate", actual)
                .open(ALPHA, alpha)
                .open(POWER, power);
        if (given == actual) {
            throw new IllegalArgumentException("no size tells a rate from itself: " + given);
        }
        double root = (PlanInputs.z(alpha) * deviation(given) + PlanInputs.z(1 - power) * deviation(actual))
                / (actual - given);
        return inputs.size("one rate, normal approximation", root * root);
    }

    /**
     * To see by McNemar's test that more cases got worse than better, where each is run before and after:
     * (z(α)√ψ + z(β)√(ψ − δ²))² / δ² (Connor, Biometrics 43, 1987).
     *
     * @param discordant ψ, the share of cases whose outcome differs between the two; above 0, up to 1
     * @param drop δ, by how much the pass rate falls; above 0 and at most ψ
     * @param alpha between 0 and 1
     * @param power between 0 and 1
     * @return the size
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static SampleSize pairedRates(double discordant, double drop, double alpha, double power) {
        PlanInputs inputs = new PlanInputs()
                .between(DISCORDANT, discordant, 0, 1)
                .between("drop", drop, 0, discordant)
                .open(ALPHA, alpha)
                .open(POWER, power);
        double root = (PlanInputs.z(alpha) * Math.sqrt(discordant)
                        + PlanInputs.z(1 - power) * Math.sqrt(discordant - drop * drop))
                / drop;
        return inputs.size("paired rates, McNemar", root * root);
    }

    /**
     * To show of a pass rate that has not changed that it did not fall by more than the margin, where each case is run
     * before and after: (z(α) + z(β))²ψ / d².
     *
     * @param discordant ψ, the share of cases whose outcome differs between the two; above 0, up to 1
     * @param margin d, between 0 and 1
     * @param alpha between 0 and 1
     * @param power between 0 and 1
     * @return the size
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static SampleSize nonInferiorRates(double discordant, double margin, double alpha, double power) {
        PlanInputs inputs = new PlanInputs()
                .between(DISCORDANT, discordant, 0, 1)
                .open(MARGIN, margin)
                .open(ALPHA, alpha)
                .open(POWER, power);
        return inputs.size("paired rates, non-inferiority", squared(alpha, power) * discordant / (margin * margin));
    }

    /**
     * The same for a mean score: (z(α) + z(β))²s² / d².
     *
     * @param deviation s, the standard deviation of the cases' differences; above 0
     * @param margin d, above 0
     * @param alpha between 0 and 1
     * @param power between 0 and 1
     * @return the size
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static SampleSize nonInferiorMeans(double deviation, double margin, double alpha, double power) {
        PlanInputs inputs = new PlanInputs()
                .positive("standard deviation of the differences", deviation)
                .positive(MARGIN, margin)
                .open(ALPHA, alpha)
                .open(POWER, power);
        double ratio = deviation / margin;
        return inputs.size("paired means, non-inferiority", squared(alpha, power) * ratio * ratio);
    }

    /**
     * To see, in either direction, that the mean scores of two systems differ on the same cases:
     * (z(α/2) + z(β))²(ω² + σ²(A)/K(A) + σ²(B)/K(B)) / δ² (Miller 2024, <i>Adding Error Bars to Evals</i>,
     * arXiv:2411.00640).
     *
     * @param between ω², the variance over cases of the difference of what they score on average; at least 0
     * @param first the noise of the first system
     * @param second the noise of the second
     * @param difference δ, above 0
     * @param alpha two-sided, between 0 and 1
     * @param power between 0 and 1
     * @return the size
     * @throws IllegalArgumentException where a number lies outside its range, or nothing varies
     */
    public static SampleSize pairedMeans(
            double between, SamplingNoise first, SamplingNoise second, double difference, double alpha, double power) {
        PlanInputs inputs = new PlanInputs()
                .notNegative("variance between cases", between)
                .notNegative("noise of the first system", first.ofMean())
                .notNegative("noise of the second system", second.ofMean())
                .positive(DIFFERENCE, difference)
                .open("two-sided " + ALPHA, alpha)
                .open(POWER, power);
        double variance = between + first.ofMean() + second.ofMean();
        return inputs.size("paired means, Miller", squared(alpha / 2, power) * variance / (difference * difference));
    }

    /** (z(α) + z(β))². */
    static double squared(double alpha, double power) {
        double sum = PlanInputs.z(alpha) + PlanInputs.z(1 - power);
        return sum * sum;
    }

    private static double deviation(double rate) {
        return Math.sqrt(rate * (1 - rate));
    }
}
