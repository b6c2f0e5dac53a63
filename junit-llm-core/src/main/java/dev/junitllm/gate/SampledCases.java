package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.stats.CaseStability;
import dev.junitllm.stats.Flakiness;
import dev.junitllm.stats.VarianceSplit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases of a run that was sampled several times: how often each passed. Errors are no samples. Immutable. */
public final class SampledCases {

    private final List<Sampled> cases;

    private SampledCases(List<Sampled> cases) {
        this.cases = cases;
    }

    /** What several samples of one case say about it. */
    public enum Stability {
        /** All samples passed. */
        STABLE_PASS,
        /** All samples failed. */
        STABLE_FAIL,
        /** Some passed and some failed. */
        FLAKY,
        /** There are too few samples, all of one kind. */
        CANT_TELL
    }

    /**
     * Where the differences between samples come from.
     *
     * @param of what differs: a score's name, or whether a sample passed
     * @param betweenCases the variance between cases, at least 0
     * @param ofAnswers the variance between the application's answers to one case; the judge's part is in it where there are
     *     no votes
     * @param ofJudge the variance between a judge's votes on one answer; empty where there are none
     */
    public record VarianceParts(String of, double betweenCases, double ofAnswers, OptionalDouble ofJudge) {

        private static VarianceParts of(String name, VarianceSplit split) {
            return new VarianceParts(name, split.caseVariance(), split.sampleVariance(), split.voteVariance());
        }

        /**
         * All of it.
         *
         * @return the sum of the parts
         */
        public double total() {
            return betweenCases + ofAnswers + ofJudge.orElse(0);
        }
    }

    /**
     * One case.
     *
     * @param caseId which
     * @param samples how many samples could be scored, at least 1
     * @param passed how many of them passed
     */
    public record Sampled(String caseId, int samples, int passed) {

        /**
         * What its samples say.
         *
         * @return whether it is stable
         */
        public Stability stability() {
            return Stability.valueOf(CaseStability.of(samples, passed).name());
        }

        private double distanceFromHalf() {
            return Math.abs((double) passed / samples - 0.5);
        }
    }

    /**
     * Counts by the outcome of the case.
     *
     * @param run the run
     * @return the cases of which at least one sample could be scored
     */
    public static SampledCases of(RunSummary run) {
        return of(run, SampledCases::passed);
    }

    static SampledCases of(RunSummary run, Function<SampleResult, @Nullable Double> passed) {
        Map<String, Sampled> byCase = new LinkedHashMap<>();
        run.samples().forEach(sample -> {
            Double value = passed.apply(sample);
            if (value != null) {
                byCase.merge(
                        sample.caseId(),
                        new Sampled(sample.caseId(), 1, value == 1 ? 1 : 0),
                        (one, other) -> new Sampled(
                                one.caseId(), one.samples() + other.samples(), one.passed() + other.passed()));
            }
        });
        return new SampledCases(List.copyOf(byCase.values()));
    }

    /**
     * Whether something can be said of how cases differ from sample to sample.
     *
     * @return true where at least one case is stable, or flaky
     */
    public boolean canTell() {
        return cases.stream().anyMatch(sampled -> sampled.stability() != Stability.CANT_TELL);
    }

    /**
     * The cases that passed at times.
     *
     * @return those nearest to one half first
     */
    public List<Sampled> flaky() {
        return cases.stream()
                .filter(sampled -> sampled.stability() == Stability.FLAKY)
                .sorted(Comparator.comparingDouble(Sampled::distanceFromHalf))
                .toList();
    }

    /**
     * How many cases there are.
     *
     * @return those of which at least one sample could be scored
     */
    public int size() {
        return cases.size();
    }

    /**
     * How many cases have a label.
     *
     * @param stability the label
     * @return at least 0
     */
    public int count(Stability stability) {
        return (int) cases.stream()
                .filter(sampled -> sampled.stability() == stability)
                .count();
    }

    /**
     * How likely two samples of a case agree, on average over the cases that have two.
     *
     * @return from 0 to 1; empty where no case has two
     */
    public OptionalDouble agreement() {
        return cases.isEmpty() ? OptionalDouble.empty() : flakiness().consistency();
    }

    /**
     * Where differences come from, as far as that can be told.
     *
     * @param run the run that was counted
     * @return of whether a sample passed, then of each score in the order of the annotations
     */
    public List<VarianceParts> variance(RunSummary run) {
        Stream<Optional<VarianceParts>> ofPassing = cases.isEmpty()
                ? Stream.empty()
                : Stream.of(flakiness().variance().map(split -> VarianceParts.of("passed or not", split)));
        Stream<Optional<VarianceParts>> ofScores = run.scoreNames().stream()
                .map(name -> VarianceSplit.ofVotes(run.votes(name)).map(split -> VarianceParts.of(name, split)));
        return Stream.concat(ofPassing, ofScores)
                .flatMap(Optional::stream)
                .filter(parts -> parts.total() > 0)
                .toList();
    }

    private Flakiness flakiness() {
        return Flakiness.of(
                cases.stream().mapToInt(Sampled::samples).toArray(),
                cases.stream().mapToInt(Sampled::passed).toArray());
    }

    private static @Nullable Double passed(SampleResult sample) {
        ScoreOutcome outcome = Tallies.outcome(sample);
        return outcome == ScoreOutcome.PASSED || outcome == ScoreOutcome.FAILED
                ? Double.valueOf(outcome == ScoreOutcome.PASSED ? 1 : 0)
                : null;
    }
}
