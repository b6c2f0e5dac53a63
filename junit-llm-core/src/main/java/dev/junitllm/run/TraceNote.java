package dev.junitllm.run;

import dev.junitllm.Trace;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.SpanTree;
import dev.junitllm.trace.StepWords;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a sample's trace beside its result: a few words, and where the rest is. Each is empty where there is
 * nothing to say.
 *
 * @param file the file that keeps the trace, relative to the run's folder
 * @param slowestStep the step of the application that took longest by itself, such as {@code chat gpt-4o-mini, 1.2 s of 1.4 s}
 * @param failedStep the step of the application that failed, and why
 * @param steps the pattern of its steps, or {@code null} where nobody compares it
 */
public record TraceNote(
        String file,
        String slowestStep,
        String failedStep,
        @Nullable SampleSteps steps) {

    /** Nothing was traced. */
    public static final TraceNote NONE = new TraceNote("", "", "", null);

    /**
     * A note without the pattern of its steps.
     *
     * @param file the file that keeps the trace, relative to the run's folder
     * @param slowestStep the step of the application that took longest by itself
     * @param failedStep the step of the application that failed, and why
     */
    public TraceNote(String file, String slowestStep, String failedStep) {
        this(file, slowestStep, failedStep, null);
    }

    /**
     * Notes what a trace shows, without the pattern of its steps: to find that takes a while.
     *
     * @param trace the trace, redacted
     * @param file the file that keeps it, relative to the run's folder; empty where none does
     * @return what is to be said of it
     */
    public static TraceNote of(Trace trace, String file) {
        SpanTree tree = SpanTree.of(trace);
        return new TraceNote(file, StepWords.slowest(tree), StepWords.failed(tree));
    }

    /**
     * The same with the pattern of the steps.
     *
     * @param pattern what is compared with a baseline, or {@code null} where nothing was traced
     * @return the note
     */
    public TraceNote with(@Nullable SampleSteps pattern) {
        return new TraceNote(file, slowestStep, failedStep, pattern);
    }

    /**
     * Notes what is kept of a trace in which nobody looks for what went wrong.
     *
     * @param file the file that keeps it, relative to the run's folder; empty where none does
     * @return none of its steps by name
     */
    public static TraceNote ofPassed(String file) {
        return new TraceNote(file, "", "");
    }

    TraceNote redacted(Redactor redactor) {
        return equals(NONE)
                ? this
                : new TraceNote(
                        file,
                        redactor.redact(slowestStep),
                        redactor.redact(failedStep),
                        steps == null ? null : steps.redacted(redactor));
    }
}
