package dev.junitllm.gate;

import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mean while its samples come in, compared exactly. What has no value counts as a sample that is still out, as in {@link
 * CurtailedRate}. For one thread at a time.
 */
final class CurtailedMean implements StoppingGate.Watch {

    private final Demand demand;
    private final int planned;
    private final Function<SampleResult, @Nullable Double> value;
    private BigDecimal sum = BigDecimal.ZERO;
    private int valued;

    private CurtailedMean(Demand demand, int planned, Function<SampleResult, @Nullable Double> value) {
        this.demand = demand;
        this.planned = planned;
        this.value = value;
    }

    /** Empty where bounds decide: how far the scores spread is known at the end. */
    static Optional<CurtailedMean> of(
            Demand demand, PlannedRun planned, Function<SampleResult, @Nullable Double> value) {
        return demand.isSure()
                ? Optional.empty()
                : Optional.of(new CurtailedMean(demand, planned.cases() * planned.samplesPerCase(), value));
    }

    @Override
    public void add(SampleResult sample) {
        Double score = value.apply(sample);
        if (score != null) {
            sum = sum.add(BigDecimal.valueOf(score));
            valued++;
        }
    }

    @Override
    public Optional<VerdictStatus> known() {
        BigDecimal needed = BigDecimal.valueOf(demand.atLeast()).multiply(BigDecimal.valueOf(planned));
        if (sum.compareTo(needed) >= 0) {
            return Optional.of(VerdictStatus.PASS);
        }
        return sum.add(BigDecimal.valueOf(planned - valued)).compareTo(needed) < 0
                ? Optional.of(VerdictStatus.FAIL)
                : Optional.empty();
    }

    /** Why it is known. */
    String reason(String of, VerdictStatus status) {
        double rest = status == VerdictStatus.PASS ? 0 : planned - valued;
        double mean = (sum.doubleValue() + rest) / planned;
        return CurtailedMessages.mean(demand, of, planned, valued, mean, status);
    }
}
