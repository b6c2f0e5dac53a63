package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.run.VerdictStatus;

/** What gates say of a run that was ended because no more samples could change what they say. */
final class CurtailedMessages {

    private CurtailedMessages() {}

    static String rate(Demand demand, int planned, int passes, int failures, VerdictStatus status) {
        String possible = switch (status) {
            case PASS -> "at least %s".formatted(passes);
            case FAIL -> "at most %s".formatted(planned - failures);
            default -> "%s to %s".formatted(passes, planned - failures);
        };
        String bar = Decimals.show(demand.atLeast());
        String sure = demand.isSure() ? " at a confidence of " + Decimals.show(demand.confidence()) : "";
        String means = switch (status) {
            case PASS -> "which is enough for " + bar;
            case FAIL -> "which is too few for " + bar;
            default -> "by which one can't tell whether it reaches " + bar;
        };
        return "%s passed and %s failed, so %s of the %s planned can pass, %s%s, whatever the rest does"
                .formatted(passes, failures, possible, planned, means, sure);
    }

    static String mean(Demand demand, String of, int planned, int valued, double mean, VerdictStatus status) {
        boolean pass = status == VerdictStatus.PASS;
        return "the mean %s is %s after %s of the %s planned even if the rest scores %s, %s %s"
                .formatted(
                        of,
                        Decimals.show(mean, demand.atLeast()),
                        valued,
                        planned,
                        pass ? "0" : "1",
                        pass ? "at least" : "below",
                        Decimals.show(demand.atLeast()));
    }

    static String notKnown() {
        return "the run was ended by another gate before this one could know";
    }
}
