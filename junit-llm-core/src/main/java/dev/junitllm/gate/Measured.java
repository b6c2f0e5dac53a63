package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.ScoreOutcome;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of a run come to against a demand, and what they would come to if its errors had been the worst or the
 * best samples there are.
 *
 * @param means the values of the cases
 * @param estimate the rate or mean
 * @param status what the demand says of it
 */
record Measured(CaseMeans means, Estimate estimate, VerdictStatus status) {

    /** How to count an error. */
    enum Errors {
        LEFT_OUT(null),
        AS_FAILURES(0.0),
        AS_PASSES(1.0);

        private final @Nullable Double value;

        Errors(@Nullable Double value) {
            this.value = value;
        }
    }

    /**
     * Measures.
     *
     * @param outcome how a sample came out, to this gate
     * @param value what a sample counts that is no error, or {@code null} where it doesn't enter
     * @param estimating makes the estimate of a rate or mean
     */
    record Of(
            Demand demand,
            Function<SampleResult, ScoreOutcome> outcome,
            Function<SampleResult, @Nullable Double> value,
            BiFunction<CaseMeans, Demand, Estimate> estimating) {

        Measured in(RunSummary run, Errors errors) {
            CaseMeans means = CaseMeans.of(
                    run, sample -> outcome.apply(sample) == ScoreOutcome.ERROR ? errors.value : value.apply(sample));
            Estimate estimate = estimating.apply(means, demand);
            return new Measured(means, estimate, demand.status(means, estimate));
        }
    }
}
