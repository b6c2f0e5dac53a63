package dev.junitllm.score;

import org.jspecify.annotations.Nullable;

/**
 * Why a case or one of its scores is an ERROR. Immutable.
 *
 * @param kind one word in capitals, for tables and counts
 * @param message what happened
 * @param cause what was thrown, or {@code null} where nothing was
 */
public record CaseError(
        String kind, String message, @Nullable Throwable cause) {

    /** The application threw, or ran out of time. */
    public static final String APPLICATION = "APPLICATION";

    /** The test around the body failed before the body began. */
    public static final String SETUP = "SETUP";

    /** The test around the body failed after the body had passed. */
    public static final String AFTER_TEST = "AFTER_TEST";

    /** The case was skipped: an assumption, or a condition. */
    public static final String SKIPPED = "SKIPPED";

    /**
     * There was no model to ask, no recording of its answers, and the settings say that this is all right: the case was not
     * run. It has not passed, and is shown as skipped.
     */
    public static final String NOT_RUN = "NOT_RUN";

    /** Nothing was scored. */
    public static final String UNSCORED = "UNSCORED";

    /** A scorer needed an output, and the body recorded none. */
    public static final String NO_OUTPUT = "NO_OUTPUT";

    /** A scorer needed a part that the golden case lacks. */
    public static final String NO_REFERENCE = "NO_REFERENCE";

    /** A scorer threw something unforeseen. */
    public static final String SCORER = "SCORER";

    /**
     * An error of what was thrown.
     *
     * @param kind one word in capitals
     * @param thrown what was thrown
     * @return the error, with the exception's class and message
     */
    public static CaseError of(String kind, Throwable thrown) {
        String message = thrown.getMessage();
        String type = thrown.getClass().getName();
        return new CaseError(kind, message == null || message.isBlank() ? type : type + ": " + message, thrown);
    }

    /**
     * An error that nothing was thrown for.
     *
     * @param kind one word in capitals
     * @param message what happened and what to do
     * @return the error
     */
    public static CaseError of(String kind, String message) {
        return new CaseError(kind, message, null);
    }
}
