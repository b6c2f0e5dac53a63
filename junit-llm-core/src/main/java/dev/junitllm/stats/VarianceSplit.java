package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Where differences between scores come from: the cases, the samples of a case, and the judge's votes on a sample. Random
 * effects, each nested in the one before, estimated by the method of moments: the mean squares of the analysis of variance
 * are set to what they are expected to be (Henderson, Biometrics 9, 1953, method 1; Searle, Casella and McCulloch, Variance
 * Components, 1992, §3.6 and appendix F.1). With C cases, s samples, N votes, n(i) votes of case i and n(ij) of its sample j:
 *
 * <pre>
 * E[MS of votes]   = σ²vote
 * E[MS of samples] = σ²vote + k₁ σ²sample               k₁ = (N − Σ n(ij)²/n(i)) / (s − C)
 * E[MS of cases]   = σ²vote + k₂ σ²sample + k₃ σ²case   k₂ = (Σ n(ij)²/n(i) − Σ n(ij)²/N) / (C − 1)
 *                                                       k₃ = (N − Σ n(i)²/N) / (C − 1)
 * </pre>
 *
 * <p>With one vote of each sample there is no vote component; what votes differ by is then part of the samples'. An estimate
 * below 0 is given as 0. Immutable.
 *
 * @param caseVariance between cases, at least 0
 * @param sampleVariance between the samples of a case, at least 0
 * @param voteVariance between the votes on a sample; empty where no sample has two
 * @param meanSquareOfCases the mean square between cases, for the record
 * @param meanSquareOfSamples the mean square between the samples of a case
 * @param samplesPerCase k₀, the samples of a case; with unequal numbers what stands for them
 * @param intraclassCorrelation (MS of cases − MS of samples) / (MS of cases + (k₀ − 1) MS of samples) of samples, which is
 *     the share of the variance that lies between cases; negative where cases differ less than chance makes them, NaN where
 *     nothing differs
 */
public record VarianceSplit(
        double caseVariance,
        double sampleVariance,
        OptionalDouble voteVariance,
        double meanSquareOfCases,
        double meanSquareOfSamples,
        double samplesPerCase,
        double intraclassCorrelation) {
    /**
     * Holds what was split.
     *
     * @param caseVariance between cases, at least 0
     * @param sampleVariance between the samples of a case, at least 0
     * @param voteVariance between the votes on a sample; empty where no sample has two
     * @param meanSquareOfCases the mean square between cases, for the record
     * @param meanSquareOfSamples the mean square between the samples of a case
     * @param samplesPerCase k₀, the samples of a case; with unequal numbers what stands for them
     * @param intraclassCorrelation the share of the variance that lies between cases; NaN where nothing differs
     */
    public VarianceSplit {}

    /**
     * How many times more samples are needed than if each were a case of its own: 1 + (k₀ − 1) · ICC.
     *
     * @return about 1 … k₀; 1 where nothing differs
     */
    public double designEffect() {
        return Double.isNaN(intraclassCorrelation) ? 1 : 1 + (samplesPerCase - 1) * intraclassCorrelation;
    }

    /**
     * Splits scores of cases that were sampled several times.
     *
     * @param scores by case, then by sample; at least one of each case
     * @return the split, or empty where there is only one case, or no case has two samples
     * @throws IllegalArgumentException where a case has no sample
     */
    public static Optional<VarianceSplit> ofSamples(double[][] scores) {
        return ofVotes(Arrays.stream(scores)
                .map(samples -> Arrays.stream(samples)
                        .mapToObj(score -> new double[] {score})
                        .toArray(double[][]::new))
                .toArray(double[][][]::new));
    }

    /**
     * Splits scores of cases that were sampled several times, each sample judged by several votes.
     *
     * @param scores by case, then by sample, then by vote; at least one of each
     * @return the split, or empty where there is only one case, or no case has two samples
     * @throws IllegalArgumentException where a case has no sample or a sample no vote
     */
    public static Optional<VarianceSplit> ofVotes(double[][][] scores) {
        if (Stream.of(scores).anyMatch(c -> c.length == 0 || Stream.of(c).anyMatch(v -> v.length == 0))) {
            throw new IllegalArgumentException("every case has a sample, and every sample a vote");
        }
        NestedSquares squares = new NestedSquares(scores);
        return squares.cases() < 2 || squares.samples() == squares.cases()
                ? Optional.empty()
                : Optional.of(squares.split());
    }
}
