package dev.junitllm.gate;

import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.BinomialInterval;
import dev.junitllm.stats.Curtailment;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pass rate while its samples come in. An error, or a sample to which nothing applies, counts as one that is still out: it
 * will enter neither numerator nor denominator, which is never better than a pass nor worse than a failure. For one thread
 * at a time.
 */
final class CurtailedRate implements StoppingGate.Watch {

    private final Demand demand;
    private final Curtailment rule;
    private final Function<SampleResult, @Nullable Double> passed;
    private int passes;
    private int failures;

    private CurtailedRate(Demand demand, Curtailment rule, Function<SampleResult, @Nullable Double> passed) {
        this.demand = demand;
        this.rule = rule;
        this.passed = passed;
    }

    /** Empty where several samples of a case must be weighed by how much they agree, which takes all of them. */
    static Optional<CurtailedRate> of(
            Demand demand, PlannedRun planned, Function<SampleResult, @Nullable Double> passed) {
        int samples = planned.cases() * planned.samplesPerCase();
        if (demand.isSure() && planned.samplesPerCase() > 1) {
            return Optional.empty();
        }
        Curtailment rule = demand.isSure()
                ? Curtailment.ofBounds(BinomialInterval.CLOPPER_PEARSON, samples, demand.atLeast(), demand.confidence())
                : Curtailment.ofRate(samples, demand.atLeast());
        return Optional.of(new CurtailedRate(demand, rule, passed));
    }

    @Override
    public void add(SampleResult sample) {
        Double value = passed.apply(sample);
        if (value != null && value == 1) {
            passes++;
        } else if (value != null) {
            failures++;
        }
    }

    @Override
    public Optional<VerdictStatus> known() {
        return switch (rule.decide(passes, failures)) {
            case PASS -> Optional.of(VerdictStatus.PASS);
            case FAIL -> Optional.of(VerdictStatus.FAIL);
            case INCONCLUSIVE -> Optional.of(VerdictStatus.INCONCLUSIVE);
            case CONTINUE -> Optional.empty();
        };
    }

    /** Why it is known. */
    String reason(VerdictStatus status) {
        return CurtailedMessages.rate(demand, rule.planned(), passes, failures, status);
    }
}
