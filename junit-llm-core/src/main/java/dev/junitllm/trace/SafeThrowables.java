package dev.junitllm.trace;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Exceptions that stand for others of which not everything may be said. */
final class SafeThrowables {

    /** Deeper chains are cut; they may also be circles. */
    private static final int MOST_CAUSES = 20;

    private final UnaryOperator<String> safe;

    private SafeThrowables(UnaryOperator<String> safe) {
        this.safe = safe;
    }

    /** The exception itself where nothing must be changed in what it, its causes and what they suppressed say. */
    static Throwable of(Throwable thrown, UnaryOperator<String> safe) {
        SafeThrowables throwables = new SafeThrowables(safe);
        return throwables.isClean(thrown, MOST_CAUSES) ? thrown : throwables.standIn(thrown, MOST_CAUSES);
    }

    private boolean isClean(@Nullable Throwable thrown, int depth) {
        if (thrown == null) {
            return true;
        }
        if (depth == 0) {
            return false;
        }
        String message = thrown.getMessage();
        String text = thrown.toString();
        return (message == null || safe.apply(message).equals(message))
                && (text.equals(plain(thrown)) || safe.apply(text).equals(text))
                && isClean(thrown.getCause(), depth - 1)
                && Arrays.stream(thrown.getSuppressed()).allMatch(other -> isClean(other, depth - 1));
    }

    /** What most exceptions say of themselves. */
    private static String plain(Throwable thrown) {
        String message = thrown.getMessage();
        String type = thrown.getClass().getName();
        return message == null ? type : type + ": " + message;
    }

    private Throwable standIn(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause() == null || depth == 0 ? null : standIn(thrown.getCause(), depth - 1);
        Throwable standIn = thrown instanceof AssertionError
                ? new RedactedAssertionError(
                        safe.apply(String.valueOf(thrown.getMessage())), cause, thrown.getStackTrace())
                : new RedactedException(said(thrown), cause, thrown.getStackTrace());
        if (depth > 0) {
            Arrays.stream(thrown.getSuppressed()).forEach(other -> standIn.addSuppressed(standIn(other, depth - 1)));
        }
        return standIn;
    }

    private String said(Throwable thrown) {
        String message = thrown.getMessage();
        if (!thrown.toString().equals(plain(thrown))) {
            return safe.apply(thrown.toString());
        }
        String type = thrown.getClass().getName();
        return message == null ? type : type + ": " + safe.apply(message);
    }
}
