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
