package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.trace.recording.RecordedStep;
import io.micrometer.observation.Observation;

/**
 * What there is to say of one kind of observation.
 *
 * @param <C> the kind
 */
interface SpringAiStep<C extends Observation.Context> {

    Class<C> type();

    /** Whether it is this kind's, which what is of this type mostly is. */
    default boolean isOf(Observation.Context context) {
        return type().isInstance(context);
    }

    SpanKind kind();

    /** One of the {@code OPERATION} names of {@link dev.junitllm.TraceNames}; empty where there is none for it. */
    String operation();

    /** The model, tool, … it is done with; empty where it isn't known. */
    String subject(C context);

    /** Says what is known at the beginning. */
    void begin(C context, RecordedStep span);

    /** Says what is known at the end. */
    void end(C context, RecordedStep span);
}
