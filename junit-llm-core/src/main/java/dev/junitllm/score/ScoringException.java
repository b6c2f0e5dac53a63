package dev.junitllm.score;

/** A score could not be made: the case ends as ERROR, never as a score of 0. */
public class ScoringException extends Exception {

    private static final long serialVersionUID = 1L;

    /** One word in capitals. */
    private final String kind;

    /**
     * Says why there is no score.
     *
     * @param kind one word in capitals for tables and counts, such as {@code TIMEOUT}
     * @param message what happened and what to do
     */
    public ScoringException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * Says why there is no score.
     *
     * @param kind one word in capitals for tables and counts, such as {@code TIMEOUT}
     * @param message what happened and what to do
     * @param cause what was thrown
     */
    public ScoringException(String kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * What kind of error this is.
     *
     * @return one word in capitals
     */
    public String kind() {
        return kind;
    }
}
