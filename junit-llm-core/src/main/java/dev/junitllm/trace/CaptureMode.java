package dev.junitllm.trace;

/** What is kept of a content. Secrets are removed in every mode. */
public enum CaptureMode {

    /** Everything but secrets: data about people stay. */
    FULL,

    /** Everything but secrets and data about people. */
    REDACTED,

    /** How long it is, and a hash by which equal contents are known; of the content without secrets and data about people. */
    HASHED,

    /** How long it is. */
    NONE;

    boolean withholds() {
        return this == HASHED || this == NONE;
    }
}
