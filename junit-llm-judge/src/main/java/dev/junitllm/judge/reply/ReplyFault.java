package dev.junitllm.judge.reply;

import dev.junitllm.score.ScoringException;

/** A judge's reply can't be used. */
public final class ReplyFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final FaultKind kind;

    /** The same in printable words. */
    private final String words;

    /**
     * Says what is wrong.
     *
     * @param kind what is wrong
     * @param message the same in printable words, for the model and for people
     */
    public ReplyFault(FaultKind kind, String message) {
        super(message);
        this.kind = kind;
        this.words = message;
    }

    /**
     * What is wrong.
     *
     * @return the same in printable words
     */
    public String words() {
        return words;
    }

    /**
     * What is wrong.
     *
     * @return the kind
     */
    public FaultKind kind() {
        return kind;
    }

    /**
     * Whether the model may try once more. One that refused, was cut off, or seems to have been talked to by the data may
     * not.
     *
     * @return true where the form is wrong
     */
    public boolean isRepairable() {
        return switch (kind) {
            case INVALID_JSON, SCHEMA_VIOLATION, OUT_OF_RANGE, EVIDENCE_NOT_FOUND -> true;
            case REFUSAL, TRUNCATED, EMPTY, INJECTION_SUSPECTED -> false;
        };
    }

    /**
     * The error that the case ends with.
     *
     * @param before what to say before the message
     * @return the error, of this kind
     */
    public ScoringException toError(String before) {
        return new ScoringException(kind.name(), before + words, this);
    }
}
