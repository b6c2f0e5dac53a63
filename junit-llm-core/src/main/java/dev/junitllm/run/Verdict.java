package dev.junitllm.run;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one gate says of one run. Immutable.
 *
 * @param gate which gate
 * @param status what it says
 * @param reason why, in a sentence or two that stand alone
 * @param estimate what was measured, or {@code null} where nothing was
 * @param tally what was counted
 * @param deciding the samples that stood against the gate, worst first
 */
public record Verdict(
        GateDescription gate,
        VerdictStatus status,
        String reason,
        @Nullable Estimate estimate,
        Tally tally,
        List<SampleResult> deciding) {

    /**
     * Checks what it is made of.
     *
     * @param gate which gate
     * @param status what it says
     * @param reason why, in a sentence or two that stand alone
     * @param estimate what was measured, or {@code null} where nothing was
     * @param tally what was counted
     * @param deciding the samples that stood against the gate, worst first
     */
    public Verdict {
        deciding = List.copyOf(deciding);
    }

    /**
     * The verdict in one line.
     *
     * @return such as {@code FAIL  @PassRate(atLeast = 0.9): 30 of 40 passed …}
     */
    public String line() {
        return status + " " + gate.asWritten() + ": " + reason;
    }

    /**
     * The same verdict with another reason.
     *
     * @param otherReason the reason
     * @return the verdict
     */
    public Verdict because(String otherReason) {
        return new Verdict(gate, status, otherReason, estimate, tally, deciding);
    }

    /**
     * Whether the build must not pass.
     *
     * @return true for FAIL, INCONCLUSIVE and ERROR
     */
    public boolean failsTheBuild() {
        return status != VerdictStatus.PASS;
    }

    /**
     * The worst of several.
     *
     * @param verdicts any number
     * @return the worst status: ERROR, FAIL, INCONCLUSIVE, PASS; PASS where there are none
     */
    public static VerdictStatus worst(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::status)
                .max(Comparator.naturalOrder())
                .orElse(VerdictStatus.PASS);
    }
}
