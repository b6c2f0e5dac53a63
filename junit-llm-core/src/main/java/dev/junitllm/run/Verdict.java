package dev.junitllm.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one gate says of one run. Immutable. Made by {@link #of}, and completed by the methods that return another one:
 *
 * <pre>{@code
 * Verdict.of(describe(), VerdictStatus.FAIL, "3 of 40 answers are rude", tally(run))
 *         .measured(Estimate.of(0.925))
 *         .decidedBy(rude);
 * }</pre>
 *
 * @param gate which gate
 * @param status what it says
 * @param onlyWarns whether an INCONCLUSIVE is shown and fails no build; of no account for any other status
 * @param reason why, in a sentence or two that stand alone
 * @param estimate what was measured, or {@code null} where nothing was
 * @param tally what was counted
 * @param figures what it was decided by, name by name, in the order to show them: numbers or short texts
 * @param deciding the samples that stood against the gate, worst first
 * @param lists cases to name besides, such as those that fail newly
 */
public record Verdict(
        GateDescription gate,
        VerdictStatus status,
        boolean onlyWarns,
        String reason,
        @Nullable Estimate estimate,
        Tally tally,
        Map<String, Object> figures,
        List<SampleResult> deciding,
        List<CaseList> lists) {

    /**
     * Checks what it is made of.
     *
     * @param gate which gate
     * @param status what it says
     * @param onlyWarns whether an INCONCLUSIVE is shown and fails no build; of no account for any other status
     * @param reason why, in a sentence or two that stand alone
     * @param estimate what was measured, or {@code null} where nothing was
     * @param tally what was counted
     * @param figures what it was decided by, name by name, in the order to show them: numbers or short texts
     * @param deciding the samples that stood against the gate, worst first
     * @param lists cases to name besides, such as those that fail newly
     */
    public Verdict {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        deciding = List.copyOf(deciding);
        lists = List.copyOf(lists);
    }

    /**
     * A verdict.
     *
     * @param gate which gate
     * @param status what it says
     * @param reason why, in a sentence or two that stand alone
     * @param tally what was counted
     * @return the verdict, with nothing else to show
     */
    public static Verdict of(GateDescription gate, VerdictStatus status, String reason, Tally tally) {
        return new Verdict(gate, status, false, reason, null, tally, Map.of(), List.of(), List.of());
    }

    /**
     * The same verdict with another reason.
     *
     * @param otherReason the reason
     * @return the verdict
     */
    public Verdict because(String otherReason) {
        return new Verdict(gate, status, onlyWarns, otherReason, estimate, tally, figures, deciding, lists);
    }

    /**
     * The same verdict, which as INCONCLUSIVE only warns.
     *
     * @param warns whether it does
     * @return the verdict
     */
    public Verdict onlyWarning(boolean warns) {
        return new Verdict(gate, status, warns, reason, estimate, tally, figures, deciding, lists);
    }

    /**
     * The same verdict with what was measured.
     *
     * @param measured the estimate, or {@code null} where nothing was measured
     * @return the verdict
     */
    public Verdict measured(@Nullable Estimate measured) {
        return new Verdict(gate, status, onlyWarns, reason, measured, tally, figures, deciding, lists);
    }

    /**
     * The same verdict with another figure, shown after those it has.
     *
     * @param name in a few words, such as {@code pairs}
     * @param value a number or a short text
     * @return the verdict
     */
    public Verdict figure(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(figures);
        more.put(name, value);
        return new Verdict(gate, status, onlyWarns, reason, estimate, tally, more, deciding, lists);
    }

    /**
     * The same verdict with other figures.
     *
     * @param shown name by name, in the order to show them: numbers or short texts
     * @return the verdict
     */
    public Verdict showing(Map<String, Object> shown) {
        return new Verdict(gate, status, onlyWarns, reason, estimate, tally, shown, deciding, lists);
    }

    /**
     * The same verdict with the samples that stood against the gate.
     *
     * @param samples worst first
     * @return the verdict
     */
    public Verdict decidedBy(List<SampleResult> samples) {
        return new Verdict(gate, status, onlyWarns, reason, estimate, tally, figures, samples, lists);
    }

    /**
     * The same verdict with cases to name besides, shown after those it names.
     *
     * @param cases the cases; where there are none the verdict stays as it is
     * @return the verdict
     */
    public Verdict naming(CaseList cases) {
        if (cases.entries().isEmpty()) {
            return this;
        }
        List<CaseList> more = new ArrayList<>(lists);
        more.add(cases);
        return new Verdict(gate, status, onlyWarns, reason, estimate, tally, figures, deciding, more);
    }

    /**
     * The same verdict with every text that an application or a file may have written passed through a function.
     *
     * @param text such as one that removes secrets
     * @return the verdict
     */
    public Verdict mapped(UnaryOperator<String> text) {
        Map<String, Object> shown = new LinkedHashMap<>();
        figures.forEach((name, value) -> shown.put(name, value instanceof String words ? text.apply(words) : value));
        return new Verdict(
                gate,
                status,
                onlyWarns,
                text.apply(reason),
                estimate,
                tally,
                shown,
                deciding,
                lists.stream().map(cases -> cases.mapped(text)).toList());
    }

    /**
     * The verdict in one line.
     *
     * @return such as {@code FAIL @PassRate(atLeast = 0.9): 30 of 40 cases passed …}
     */
    public String line() {
        return shownStatus() + " " + gate.asWritten() + ": " + reason;
    }

    /**
     * The status as it is shown.
     *
     * @return its name, and that it only warns where it would otherwise fail the build
     */
    public String shownStatus() {
        return warns() ? status + " (only a warning)" : status.toString();
    }

    /**
     * Whether it is shown as a warning: it would fail the build but for {@link #onlyWarns()}.
     *
     * @return true for an INCONCLUSIVE that only warns
     */
    public boolean warns() {
        return status == VerdictStatus.INCONCLUSIVE && onlyWarns;
    }

    /**
     * Whether the build must not pass.
     *
     * @return true for FAIL and ERROR, and for an INCONCLUSIVE that doesn't only warn
     */
    public boolean failsTheBuild() {
        return switch (status) {
            case PASS, NOT_DECIDED -> false;
            case INCONCLUSIVE -> !onlyWarns;
            case FAIL, ERROR -> true;
        };
    }

    /**
     * The worst of several.
     *
     * @param verdicts any number
     * @return the worst status: ERROR, FAIL, INCONCLUSIVE, NOT_DECIDED, PASS; PASS where there are none
     */
    public static VerdictStatus worst(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::status)
                .max(Comparator.naturalOrder())
                .orElse(VerdictStatus.PASS);
    }
}
