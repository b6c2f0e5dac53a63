package dev.junitllm.gate;

import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.VerdictStatus;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run beside one of the two marks of its baseline.
 *
 * @param name what the mark is called in messages
 * @param origin what it was recorded from
 * @param mark the mark of a case
 * @param pairs what can be compared, and what can't
 * @param rule what is allowed
 * @param change how much it has changed, or {@code null} where nothing can be compared
 * @param status what that means
 */
record MarkComparison(
        String name,
        BaselineOrigin origin,
        Function<BaselineCase, BaselineMark> mark,
        BaselinePairs pairs,
        NoRegressionRule rule,
        @Nullable PairedChange change,
        VerdictStatus status) {

    static final String ROLLING = "the baseline";
    static final String ANCHOR = "the approved baseline";

    static MarkComparison of(
            String name,
            BaselineOrigin origin,
            Function<BaselineCase, BaselineMark> mark,
            BaselinePairs pairs,
            NoRegressionRule rule,
            long seed) {
        if (pairs.pairs().isEmpty() || pairs.changedTooMuch()) {
            VerdictStatus status = rule.recorded() ? VerdictStatus.NOT_DECIDED : VerdictStatus.ERROR;
            return new MarkComparison(name, origin, mark, pairs, rule, null, status);
        }
        PairedChange change = PairedChange.of(pairs, rule, seed);
        return new MarkComparison(name, origin, mark, pairs, rule, change, rule.decide(pairs, change));
    }

    boolean isOfRolling() {
        return name.equals(ROLLING);
    }

    /** Whether it still passes where everything that ended in an error is taken for a failure. */
    boolean survivesErrors(long seed) {
        BaselinePairs worst = pairs.withErrorsAsFailures();
        return rule.decide(worst, PairedChange.of(worst, rule, seed)) == VerdictStatus.PASS;
    }
}
