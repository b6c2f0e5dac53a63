package dev.junitllm.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The sums of squares of votes in samples in cases, and what {@link VarianceSplit} makes of them. */
final class NestedSquares {

    private final int cases;
    private long samples;
    private long votes;
    private double betweenCases;
    private double betweenSamples;
    private double betweenVotes;
    /** Σ n(i)², Σ n(ij)² and Σ n(ij)²/n(i). */
    private double squaredCaseSizes;

    private double squaredSampleSizes;
    private double squaredSampleSizesOverCases;

    NestedSquares(double[][][] scores) {
        this.cases = scores.length;
        double mean = Arrays.stream(scores)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElse(Double.NaN);
        Arrays.stream(scores).forEach(samplesOfCase -> add(samplesOfCase, mean));
    }

    private void add(double[][] samplesOfCase, double mean) {
        double size = Arrays.stream(samplesOfCase).mapToInt(v -> v.length).sum();
        double caseMean = Arrays.stream(samplesOfCase)
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElse(Double.NaN);
        betweenCases += size * squared(caseMean - mean);
        squaredCaseSizes += size * size;
        for (double[] vote : samplesOfCase) {
            double sampleMean = Arrays.stream(vote).average().orElse(Double.NaN);
            betweenSamples += vote.length * squared(sampleMean - caseMean);
            betweenVotes +=
                    Arrays.stream(vote).map(v -> squared(v - sampleMean)).sum();
            squaredSampleSizes += squared(vote.length);
            squaredSampleSizesOverCases += squared(vote.length) / size;
            samples++;
            votes += vote.length;
        }
    }

    int cases() {
        return cases;
    }

    long samples() {
        return samples;
    }

    VarianceSplit split() {
        double ofCases = betweenCases / (cases - 1);
        double ofSamples = betweenSamples / (samples - cases);
        boolean hasVotes = votes > samples;
        double ofVotes = hasVotes ? betweenVotes / (votes - samples) : 0;
        double k1 = (votes - squaredSampleSizesOverCases) / (samples - cases);
        double k2 = (squaredSampleSizesOverCases - squaredSampleSizes / votes) / (cases - 1);
        double k3 = (votes - squaredCaseSizes / votes) / (cases - 1);
        double sampleVariance = (ofSamples - ofVotes) / k1;
        double caseVariance = (ofCases - ofVotes - k2 * sampleVariance) / k3;
        double perCase = k3 / k1;
        double total = ofCases + (perCase - 1) * ofSamples;
        return new VarianceSplit(
                Math.max(0, caseVariance),
                Math.max(0, sampleVariance),
                hasVotes ? OptionalDouble.of(ofVotes) : OptionalDouble.empty(),
                ofCases,
                ofSamples,
                perCase,
                total == 0 ? Double.NaN : (ofCases - ofSamples) / total);
    }

    private static double squared(double value) {
        return value * value;
    }
}
