package dev.junitllm;

/**
 * Whether a step of a trace succeeded.
 *
 * @param code whether it did
 * @param message why it did not; empty where nothing is said
 */
public record SpanStatus(Code code, String message) {

    /** Nothing is said, which mostly means success. */
    public static final SpanStatus UNSET = new SpanStatus(Code.UNSET, "");

    /** Whether a step succeeded. */
    public enum Code {
        /** Nothing is said. */
        UNSET,
        /** It did. */
        OK,
        /** It did not. */
        ERROR
    }
}
