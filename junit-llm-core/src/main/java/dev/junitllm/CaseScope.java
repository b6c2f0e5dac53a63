package dev.junitllm;

/**
 * The case that a test body is called for: asked for as a parameter of a golden-set method, beside {@link GoldenCase} and
 * {@link Actual}, and handed to what the application calls a model through. Safe for use by several threads.
 */
public interface CaseScope extends RunScope {

    /**
     * The case.
     *
     * @return its id
     */
    String caseId();

    /**
     * Which sample of the case this is.
     *
     * @return from 1
     */
    int sample();

    /** Notes that something the application asked for came from a recording, so that every report says so. */
    void replayed();

    /**
     * Notes that the application didn't get an answer it asked for. Whatever it makes of that, the case ends as an ERROR: an
     * application that catches the error and says it is sorry has not been tested.
     *
     * @param kind one word in capitals, such as {@code NO_RECORDING}, or {@code NOT_RUN} where nothing could be asked
     * @param message what was asked for and what to do
     */
    void unanswered(String kind, String message);
}
