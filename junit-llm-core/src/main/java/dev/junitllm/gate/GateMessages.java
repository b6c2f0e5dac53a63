package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.Bounds;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.SetFigures;

/** What verdicts say. */
final class GateMessages {

    private GateMessages() {}

    static String rate(Tally tally, RunSummary run, String of, Demand demand, Measured measured) {
        return "%s of %s %s: %s%s"
                .formatted(
                        tally.passed(),
                        counted(tally.scored(), run),
                        of.isEmpty() ? "passed" : "reached the bar of " + of,
                        against(demand, measured),
                        errorsLeftOut(tally));
    }

    static String mean(Tally tally, RunSummary run, String of, Demand demand, Measured measured) {
        return "the mean %s of %s: %s%s"
                .formatted(of, counted(tally.scored(), run), against(demand, measured), errorsLeftOut(tally));
    }

    static String figure(
            Tally tally, RunSummary run, String of, String figure, double bar, Estimate estimate, boolean reached) {
        return "the %s of %s over %s: %s%s"
                .formatted(
                        Printable.line(figure),
                        of,
                        counted(tally.scored(), run),
                        against(estimate, bar, reached),
                        errorsLeftOut(tally));
    }

    /** How much a figure over the set would lose by an error, nobody can say in general. */
    static String mayHangOnErrors(Tally tally) {
        return tally.errors() == 0
                ? ""
                : ". This pass may hang on the %s, which might have lowered the figure"
                        .formatted(count(tally.errors(), "error", "errors"));
    }

    static String noSuchFigure(String of, String figure, SetFigures figures) {
        return "%s has no figure '%s' in this run; it has %s"
                .formatted(
                        of,
                        Printable.line(figure),
                        Printable.line(String.join(", ", figures.figures().keySet()), 300));
    }

    static String passHangsOnErrors(int errors, Measured worst, Demand demand) {
        return ". This pass hangs on the %s: counted as failures, %s"
                .formatted(count(errors, "error", "errors"), wouldBe(worst, demand));
    }

    static String hangsOnErrors(int errors, Measured worst, Measured best, Demand demand) {
        return ". This hangs on the %s: counted as failures, %s; as passes, %s"
                .formatted(count(errors, "error", "errors"), wouldBe(worst, demand), wouldBe(best, demand));
    }

    private static String wouldBe(Measured other, Demand demand) {
        String value = Decimals.show(other.estimate().value(), demand.atLeast());
        return demand.isSure()
                ? "it would be %s, %s".formatted(value, other.status())
                : "it would be %s, %s %s"
                        .formatted(
                                value,
                                other.status() == VerdictStatus.PASS ? "at least" : "below",
                                Decimals.show(demand.atLeast()));
    }

    static String tooFewCases(PlannedRun planned, Demand demand, long needed) {
        return "even a perfect run can't show %s with %s at a confidence of %s; %s are needed (or inconclusive = WARN, where it is enough to catch what is clearly too low)"
                .formatted(
                        Decimals.show(demand.atLeast()), planned.shown(), Decimals.show(demand.confidence()), needed);
    }

    static String neverSure(Demand demand) {
        return "atLeast = %s: no number of cases can show that with a confidence of %s: lower the bar, or leave the confidence out to have the observed value decide"
                .formatted(Decimals.show(demand.atLeast()), Decimals.show(demand.confidence()));
    }

    static String nothingScored(Tally tally) {
        return "nothing was scored (%s, %s to which no score applies), so there is nothing to judge"
                .formatted(count(tally.errors(), "error", "errors"), tally.notApplicable());
    }

    static String tooManyErrors(Tally tally, ErrorLimit limit, int cases) {
        return "%s of %s ended in an error, more than the error budget allows (%s), so nothing can be said of the rest"
                .formatted(tally.errors(), tally.scored() + tally.errors(), limit.asWritten(cases));
    }

    static String notRun(int notRun, Tally tally, RunSummary run) {
        return "NOT RUN: for %s of %s there is neither a recording nor a model to ask"
                .formatted(notRun, counted(tally.total(), run));
    }

    static String tooManyErrorsOf(String score, Tally tally, ErrorLimit limit, int cases) {
        return "score %s could not be made for %s of %s, more than the error budget allows (%s), so nothing can be said of the rest"
                .formatted(score, tally.errors(), tally.scored() + tally.errors(), limit.asWritten(cases));
    }

    static String mostlyNotApplicable(Tally tally) {
        return "the score doesn't apply to %s of %s, over half of the set, so this gate would judge something else than the set"
                .formatted(tally.notApplicable(), tally.total());
    }

    static String gateFailed(RuntimeException thrown) {
        return "the gate itself failed: " + Printable.line(thrown.toString());
    }

    static String emptySlice(String slice, RunSummary whole) {
        return "none of the %s that were selected, and are not in quarantine, belongs to %s"
                .formatted(count(whole.cases(), "case", "cases"), Printable.line(slice, 100));
    }

    static String smallSlice(String slice, int cases) {
        return ". With only %s of %s one alone moves this by %s"
                .formatted(count(cases, "case", "cases"), Printable.line(slice, 100), Decimals.show(1.0 / cases));
    }

    static String withinBudget(Tally tally, RunSummary run) {
        return "%s of %s ended in an error".formatted(tally.errors(), counted(tally.scored() + tally.errors(), run));
    }

    private static String against(Demand demand, Measured measured) {
        return demand.isSure()
                ? surely(measured, demand)
                : against(measured.estimate(), demand.atLeast(), measured.status() == VerdictStatus.PASS);
    }

    private static String surely(Measured measured, Demand demand) {
        Estimate estimate = measured.estimate();
        Bounds bounds = estimate.bounds();
        double bar = demand.atLeast();
        String value = Decimals.show(estimate.value(), bar) + interval(estimate);
        if (bounds == null) {
            return "%s; one case alone can't show %s".formatted(value, Decimals.show(bar));
        }
        String lower = Decimals.show(bounds.lower(), bar);
        String upper = Decimals.show(bounds.upper(), bar);
        String shown = Decimals.show(bar);
        String method = bounds.method().equals(estimate.method()) ? "" : " (" + bounds.method() + ")";
        return value + "; at a confidence of " + Decimals.show(bounds.confidence())
                + switch (measured.status()) {
                    case PASS -> " it is at least %s%s, so at least %s".formatted(lower, method, shown);
                    case FAIL -> " it is at most %s%s, below %s".formatted(upper, method, shown);
                    default ->
                        " it lies between %s and %s%s, so these cases can't tell whether it reaches %s"
                                .formatted(lower, upper, method, shown);
                };
    }

    static String against(Estimate estimate, double bar, boolean reached) {
        return "%s, %s %s%s"
                .formatted(
                        Decimals.show(estimate.value(), bar),
                        reached ? "at least" : "below",
                        Decimals.show(bar, estimate.value()),
                        interval(estimate));
    }

    static String interval(Estimate estimate) {
        return estimate.lower() == null || estimate.upper() == null
                ? ""
                : " (95%% interval %s to %s, %s)"
                        .formatted(Decimals.show(estimate.lower()), Decimals.show(estimate.upper()), estimate.method());
    }

    private static String counted(int samples, RunSummary run) {
        return run.samplesPerCase() == 1
                ? count(samples, "case", "cases")
                : "%s of %s".formatted(count(samples, "sample", "samples"), count(run.cases(), "case", "cases"));
    }

    static String errorsLeftOut(Tally tally) {
        StringBuilder left = new StringBuilder();
        if (tally.errors() > 0) {
            left.append("; ").append(count(tally.errors(), "error", "errors")).append(" left out");
        }
        if (tally.notApplicable() > 0) {
            left.append("; doesn't apply to ").append(tally.notApplicable());
        }
        return left.toString();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
