package dev.junitllm.jupiter;

import dev.junitllm.report.BehaviorMessages;
import dev.junitllm.report.ReplayMessages;
import dev.junitllm.report.SetReport;
import dev.junitllm.report.VerdictMessages;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Asks the gates once all cases have ended. JUnit closes this store value of the method after its last invocation, at
 * any parallelism, and what {@link #close} throws fails a testcase named after the method.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only CloseableResource, 5.13 and later ask for AutoCloseable
final class VerdictOnClose implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private final GoldenRun run;

    VerdictOnClose(GoldenRun run) {
        this.run = run;
    }

    @Override
    public void close() {
        SampleCounts.Ending ending = run.end();
        SetReport report = report(ending);
        Optional<Throwable> notShown = show(report);
        if (report.ending() == SetReport.Ending.BROKEN) {
            Throwable broken = ending.broken();
            throw new VerdictError(VerdictMessages.broken(report), broken == null ? null : run.redact(broken));
        }
        if (report.failsTheBuild()) {
            Error failure = VerdictFailures.of(report);
            notShown.map(run::redact).ifPresent(failure::addSuppressed);
            throw failure;
        }
        notShown.ifPresent(thrown -> {
            throw new VerdictError(VerdictMessages.notKept(report, run.redact(thrown.toString())), run.redact(thrown));
        });
    }

    /** Shows the verdicts everywhere. What goes wrong with that must not take their place. */
    private Optional<Throwable> show(SetReport report) {
        try {
            report.verdicts().forEach(verdict -> run.store().append(report.set().test(), verdict));
            RunSummary summary = report.summary();
            summary.scoreNames()
                    .forEach(name -> summary.figures(name)
                            .ifPresent(
                                    figures -> run.store().append(report.set().test(), name, figures)));
            run.run().show(report);
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e);
        }
    }

    private SetReport report(SampleCounts.Ending ending) {
        RunSummary summary = run.summary();
        Throwable lost = ending.broken();
        String broken = lost != null
                ? run.redact(String.valueOf(lost.getMessage()))
                : VerdictMessages.whatIsBroken(
                        run.goesOn() ? run.planned() : ending.produced(),
                        ending.produced(),
                        ending.selected() - ending.leftOut(),
                        ending.finished(),
                        ending.skipped());
        if (broken.isEmpty()) {
            broken = VerdictMessages.retried(retried(summary));
        }
        if (!broken.isEmpty()) {
            String remark = joined(broken, run.noBaseline("the run is broken"));
            return report(
                    ending,
                    run.withoutHistory(summary, "the run is broken"),
                    SetReport.Ending.BROKEN,
                    remark,
                    List.of());
        }
        if (ending.selected() < ending.produced()) {
            String remark = joined(
                    VerdictMessages.partial(ending.selected(), ending.produced()),
                    run.noBaseline("a baseline is recorded from the whole set"));
            RunSummary alone = run.withoutHistory(
                    summary, "only %s of %s cases were picked".formatted(ending.selected(), ending.produced()));
            return report(ending, alone, SetReport.Ending.PARTIAL, remark, List.of());
        }
        if (summary.samples().findAny().isEmpty()) {
            return report(ending, summary, SetReport.Ending.BROKEN, VerdictMessages.ALL_IN_QUARANTINE, List.of());
        }
        RunSummary beside = run.besideHistory(summary);
        return run.gates().isEmpty()
                ? report(ending, kept(beside, List.of()), SetReport.Ending.NO_GATES, "", List.of())
                : decided(ending, beside);
    }

    /** The cases that pass now and failed in an earlier run of this JVM, where nothing but the cases decides. */
    private List<String> retried(RunSummary summary) {
        if (!run.gates().isEmpty()) {
            return List.of();
        }
        Set<String> failed = run.store().failedBefore(run.scope().id());
        return failed.isEmpty()
                ? List.of()
                : summary.samples()
                        .filter(sample -> sample.outcome() == CaseOutcome.PASSED)
                        .map(SampleResult::caseId)
                        .filter(failed::contains)
                        .distinct()
                        .toList();
    }

    /** The run once it has been appended to its history, where one is kept. */
    private static RunSummary kept(RunSummary summary, List<Verdict> verdicts) {
        return summary.history()
                .map(history -> summary.beside(history.kept(verdicts)))
                .orElse(summary);
    }

    private SetReport decided(SampleCounts.Ending ending, RunSummary summary) {
        List<Verdict> verdicts =
                run.stopping().reworded(run.verdicts(run.stopping().decisive(summary)));
        try {
            String remark = joined(run.stopping().remark(summary), run.recordBaseline(summary, verdicts));
            return report(ending, kept(summary, verdicts), SetReport.Ending.DECIDED, remark, verdicts);
        } catch (RuntimeException e) {
            return report(
                    ending, summary, SetReport.Ending.BROKEN, run.redact(String.valueOf(e.getMessage())), verdicts);
        }
    }

    private static boolean isScored(SampleResult sample) {
        return sample.outcome() != CaseOutcome.ERROR && !sample.scores().isEmpty();
    }

    private static String joined(String remark, String more) {
        return Stream.of(remark, more).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    /** What others have to say; it must not take the place of the verdicts where it can't be had. */
    private String remarks(SampleCounts.Ending ending, RunSummary summary, SetReport.Ending how) {
        boolean whole = (how == SetReport.Ending.DECIDED || how == SetReport.Ending.NO_GATES)
                && run.selection().isEmpty()
                && run.goesOn()
                && ending.leftOut() == 0
                && summary.samples().allMatch(VerdictOnClose::isScored);
        String replayed = ReplayMessages.remark(summary);
        try {
            String behavior = how == SetReport.Ending.DECIDED ? BehaviorMessages.remark(summary) : "";
            return joined(
                    joined(replayed, run.redact(behavior)),
                    run.redact(String.join("; ", run.scope().said(whole))));
        } catch (RuntimeException e) {
            return joined(replayed, "a remark could not be made: " + run.redact(e.toString()));
        }
    }

    private SetReport report(
            SampleCounts.Ending ending, RunSummary summary, SetReport.Ending how, String said, List<Verdict> verdicts) {
        String remark = joined(said, remarks(ending, summary, how));
        return new SetReport(
                run.record(),
                summary,
                how,
                remark,
                verdicts,
                ending.duration(),
                ending.mostAtOnce(),
                run.store().summaryFile());
    }
}
