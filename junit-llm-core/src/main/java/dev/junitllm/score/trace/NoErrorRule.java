package dev.junitllm.score.trace;

import dev.junitllm.Printable;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** No step of the application failed. */
record NoErrorRule() implements TraceRule {

    private static final int SHOWN = 3;

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of("no-error-span");
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        List<TraceSpan> steps = RecordedSteps.of(trace);
        List<TraceSpan> failed = steps.stream().filter(TraceSpan::failed).toList();
        return Score.passOrFail(
                        failed.isEmpty(),
                        failed.isEmpty()
                                ? "none of %s failed".formatted(RecordedSteps.count(steps.size(), "step"))
                                : "%s of %s failed: %s"
                                        .formatted(
                                                Integer.toString(failed.size()),
                                                RecordedSteps.count(steps.size(), "step"),
                                                causes(trace, failed)))
                .withDetails(
                        Map.of("failed", failed.stream().map(TraceSpan::name).toList()));
    }

    /** A failure mostly fails the steps around it too: those that hold no other are told. */
    private static String causes(Trace trace, List<TraceSpan> failed) {
        return failed.stream()
                .filter(span -> trace.childrenOf(span).stream().noneMatch(TraceSpan::failed))
                .limit(SHOWN)
                .map(span -> "%s %s: %s"
                        .formatted(
                                span.kind(),
                                RecordedSteps.quoted(span.name()),
                                Printable.line(span.error().orElse(""), 200)))
                .collect(Collectors.joining("; "));
    }
}
