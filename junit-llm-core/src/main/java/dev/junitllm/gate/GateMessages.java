package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.score.SetFigures;

/** What verdicts say. */
final class GateMessages {

    private GateMessages() {}

    static String rate(Tally tally, RunSummary run, String of, double bar, Estimate estimate, boolean reached) {
        return "%s of %s %s: %s%s"
                .formatted(
                        tally.passed(),
                        counted(tally.scored(), run),
                        of.isEmpty() ? "passed" : "reached the bar of " + of,
                        against(estimate, bar, reached),
                        errorsLeftOut(tally));
    }

    static String mean(Tally tally, RunSummary run, String of, double bar, Estimate estimate, boolean reached) {
        return "the mean %s of %s: %s%s"
                .formatted(of, counted(tally.scored(), run), against(estimate, bar, reached), errorsLeftOut(tally));
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

    static String afterErrors(int errors, double value, boolean stillReached, double bar) {
        if (stillReached) {
            return "";
        }
        return ". This pass hangs on the %s: counted as failures, it would be %s, below %s"
                .formatted(count(errors, "error", "errors"), Decimals.show(value, bar), Decimals.show(bar));
    }

    static String nothingScored(Tally tally) {
        return "nothing was scored (%s, %s to which no score applies), so there is nothing to judge"
                .formatted(count(tally.errors(), "error", "errors"), tally.notApplicable());
    }

    static String tooManyErrors(Tally tally, ErrorLimit limit, int cases) {
        return "%s of %s ended in an error, more than the error budget allows (%s), so nothing can be said of the rest"
                .formatted(tally.errors(), tally.scored() + tally.errors(), limit.asWritten(cases));
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

    static String withinBudget(Tally tally, RunSummary run) {
        return "%s of %s ended in an error".formatted(tally.errors(), counted(tally.scored() + tally.errors(), run));
    }

    static String needsMax(GateDescription gate) {
        return "%s stops as soon as it is sure, so it needs @Samples(max = …, stopEarly = true); without that leave target out"
                .formatted(gate.asWritten());
    }

    static String nothingStops() {
        return "@Samples(max = …, stopEarly = true) needs a gate that can stop, such as @PassRate(atLeast = 0.9,"
                + " target = 0.95, confidence = 0.95)";
    }

    static String needsEverySample(GateDescription gate) {
        return "%s is about every sample, and @Samples(max = …, stopEarly = true) leaves some out: remove the gate, or give cases a fixed number of samples, @Samples(5)"
                .formatted(gate.asWritten());
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
