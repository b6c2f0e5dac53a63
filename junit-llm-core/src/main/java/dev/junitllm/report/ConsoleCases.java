package dev.junitllm.report;

import dev.junitllm.Printable;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.TraceNote;
import dev.junitllm.run.VerdictStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where to look in the cases that did not pass, those with a failed step first: that step, the slowest one, and the trace. */
final class ConsoleCases {

    private static final int MOST = 5;
    private static final int MOST_WHERE_ALL_IS_WELL = 3;
    private static final int LONGEST_NAME = 60;

    private ConsoleCases() {}

    /** A few lines a case; none where nothing is known of its steps. */
    static List<String> lines(SetReport set) {
        List<SampleResult> traced = set.summary()
                .samples()
                .filter(sample -> sample.outcome() != CaseOutcome.PASSED)
                .filter(sample -> saysSomething(sample.trace()))
                .sorted(Comparator.comparing(
                        sample -> sample.trace().failedStep().isEmpty()))
                .toList();
        int most = set.worst() == VerdictStatus.PASS && !set.verdicts().isEmpty() ? MOST_WHERE_ALL_IS_WELL : MOST;
        List<String> lines = new ArrayList<>();
        traced.stream().limit(most).forEach(sample -> append(lines, set, sample));
        if (traced.size() > most) {
            lines.add("steps of more cases that did not pass: see the summary");
        }
        return lines;
    }

    private static boolean saysSomething(TraceNote trace) {
        return !trace.failedStep().isEmpty() || !trace.slowestStep().isEmpty();
    }

    private static void append(List<String> lines, SetReport set, SampleResult sample) {
        TraceNote trace = sample.trace();
        String name = CaseResult.displayName(
                sample.caseId(), sample.sample(), set.set().samplesPerCase());
        lines.add(Printable.line(name, LONGEST_NAME) + " " + sample.shownOutcome());
        if (!trace.failedStep().isEmpty()) {
            lines.add("  failed step   " + Printable.line(trace.failedStep()));
        }
        if (!trace.slowestStep().isEmpty()) {
            lines.add("  slowest step  " + Printable.line(trace.slowestStep()));
        }
        if (!trace.file().isEmpty()) {
            Path file = set.summaryFile().resolveSibling(trace.file());
            lines.add("  trace         " + ShownPath.of(file, Path.of("")));
        }
    }
}
