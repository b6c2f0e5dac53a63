package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.SequentialDesign;
import dev.junitllm.stats.SequentialState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What sequential gates say. */
final class SequentialMessages {

    private static final double MOST_SHOWN = 1e6;
    private static final int DIGITS = 3;

    private SequentialMessages() {}

    static String neverSure(PlannedRun planned, int fewest) {
        int max = (fewest + planned.cases() - 1) / planned.cases();
        return "even a perfect run of %s × %s samples is too short to be sure, which takes %s: max = %s is the least"
                .formatted(planned.cases(), planned.samplesPerCase(), fewest, max);
    }

    static String rate(
            RunSummary run, Tally tally, String of, Estimate estimate, SequentialState state, VerdictStatus status) {
        return "%s of %s samples of %s %s %s: %s%s; %s%s"
                .formatted(
                        tally.passed(),
                        tally.scored(),
                        run.cases(),
                        run.cases() == 1 ? "case" : "cases",
                        of.isEmpty() ? "passed" : "reached the bar of " + of,
                        Decimals.show(estimate.value()),
                        GateMessages.interval(estimate),
                        evidence(state, status),
                        GateMessages.errorsLeftOut(tally));
    }

    private static String evidence(SequentialState state, VerdictStatus status) {
        SequentialDesign design = state.design();
        boolean good = state.evidenceForGood() >= 1;
        double needed = 1 / (good ? design.alpha() : design.beta());
        String ratio = "that is %s times as likely at a rate of %s as at %s"
                .formatted(
                        times(good ? state.evidenceForGood() : state.evidenceForBad(), needed),
                        Decimals.show(good ? design.good() : design.bad()),
                        Decimals.show(good ? design.bad() : design.good()));
        if (status == VerdictStatus.INCONCLUSIVE) {
            return "%s, and %s times would decide: every sample has run, so raise max, or set target farther from atLeast"
                    .formatted(ratio, times(needed, needed));
        }
        return "%s (%s times decide), known after %s"
                .formatted(
                        ratio, times(needed, needed), state.samples() == 1 ? "1 sample" : state.samples() + " samples");
    }

    static String afterErrors(int errors, VerdictStatus worst) {
        return worst == VerdictStatus.PASS
                ? ""
                : ". This pass hangs on the %s: counted as failures, it would be %s"
                        .formatted(errors == 1 ? "1 error" : errors + " errors", worst);
    }

    /** In three digits. What falls short of the boundary must not read as the boundary. */
    private static String times(double ratio, double boundary) {
        if (ratio > MOST_SHOWN) {
            return "over a million";
        }
        BigDecimal exact = new BigDecimal(ratio);
        BigDecimal near = exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        BigDecimal shown = ratio < boundary && near.doubleValue() >= boundary
                ? exact.round(new MathContext(DIGITS, RoundingMode.FLOOR))
                : near;
        return shown.stripTrailingZeros().toPlainString();
    }
}
