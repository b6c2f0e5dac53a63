package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.stats.CaseStability;
import dev.junitllm.stats.Flakiness;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cases of a run that was sampled several times: how often each passed. Errors are no samples. Immutable. */
public final class SampledCases {

    private final List<Sampled> cases;

    private SampledCases(List<Sampled> cases) {
        this.cases = cases;
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
        public CaseStability stability() {
            return CaseStability.of(samples, passed);
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
        return cases.stream().anyMatch(sampled -> sampled.stability() != CaseStability.CANT_TELL);
    }

    /**
     * The cases that passed at times.
     *
     * @return those nearest to one half first
     */
    public List<Sampled> flaky() {
        return cases.stream()
                .filter(sampled -> sampled.stability() == CaseStability.FLAKY)
                .sorted(Comparator.comparingDouble(Sampled::distanceFromHalf))
                .toList();
    }

    /**
     * How flaky the cases are together.
     *
     * @return empty where none could be scored
     */
    public Optional<Flakiness> flakiness() {
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(Flakiness.of(
                        cases.stream().mapToInt(Sampled::samples).toArray(),
                        cases.stream().mapToInt(Sampled::passed).toArray()));
    }

    private static @Nullable Double passed(SampleResult sample) {
        ScoreOutcome outcome = Tallies.outcome(sample);
        return outcome == ScoreOutcome.PASSED || outcome == ScoreOutcome.FAILED
                ? Double.valueOf(outcome == ScoreOutcome.PASSED ? 1 : 0)
                : null;
    }
}
