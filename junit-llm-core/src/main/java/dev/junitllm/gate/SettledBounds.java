package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.BinomialInterval;
import dev.junitllm.stats.Curtailment;
import dev.junitllm.stats.SequentialDecision;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the exact bounds of a rate can still become, with one sample of each case: if every sample that is out failed, and if
 * every one passed. An error among them could not lead further either way, since one pass or one failure less moves the
 * bounds less far; one that has come leaves a sample less to judge by. For one thread at a time.
 */
final class SettledBounds implements Settling {

    private static final BinomialInterval EXACT = BinomialInterval.CLOPPER_PEARSON;

    private final Demand demand;
    private final Function<SampleResult, @Nullable Double> passed;
    private int planned;
    private int passes;
    private int failures;
    private @Nullable Curtailment rule;

    SettledBounds(Demand demand, int cases, Function<SampleResult, @Nullable Double> passed) {
        this.demand = demand;
        this.planned = cases;
        this.passed = passed;
        this.rule = rule();
    }

    private @Nullable Curtailment rule() {
        return planned == 0 ? null : Curtailment.ofBounds(EXACT, planned, demand.atLeast(), demand.confidence());
    }

    @Override
    public void add(SampleResult sample) {
        Double value = passed.apply(sample);
        if (value == null) {
            planned--;
            rule = rule();
        } else if (value == 1) {
            passes++;
        } else {
            failures++;
        }
    }

    @Override
    public Optional<VerdictStatus> known() {
        SequentialDecision decision = rule == null ? SequentialDecision.CONTINUE : rule.decide(passes, failures);
        return switch (decision) {
            case PASS -> Optional.of(VerdictStatus.PASS);
            case FAIL -> Optional.of(VerdictStatus.FAIL);
            case INCONCLUSIVE -> Optional.of(VerdictStatus.INCONCLUSIVE);
            case CONTINUE -> Optional.empty();
        };
    }

    @Override
    public String reason() {
        return known().map(this::reason).orElse("the bounds over all samples are not settled");
    }

    private String reason(VerdictStatus status) {
        double worst = EXACT.oneSided(passes, planned, demand.confidence()).lower();
        double best =
                EXACT.oneSided(planned - failures, planned, demand.confidence()).upper();
        return switch (status) {
            case PASS ->
                "had all that were left out failed, the rate over all samples would still have been shown to be at least %s (one-sided lower bound, at a confidence of %s, is %s)"
                        .formatted(bar(), sure(), Decimals.show(worst, demand.atLeast()));
            case FAIL ->
                "had all that were left out passed, the rate over all samples would still have been shown to be below %s (one-sided upper bound, at a confidence of %s, is %s)"
                        .formatted(bar(), sure(), Decimals.show(best, demand.atLeast()));
            default ->
                "whatever those that were left out came to, the rate over all samples would not have been shown to be at least %s, nor below it (one-sided bounds at a confidence of %s)"
                        .formatted(bar(), sure());
        };
    }

    private String bar() {
        return Decimals.show(demand.atLeast());
    }

    private String sure() {
        return Decimals.show(demand.confidence());
    }
}
