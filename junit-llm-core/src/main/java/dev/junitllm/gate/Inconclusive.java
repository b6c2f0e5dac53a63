package dev.junitllm.gate;

/** What an INCONCLUSIVE verdict does to the build. It is shown as INCONCLUSIVE either way, never as a pass. */
public enum Inconclusive {
    /** It fails the build: what could not be shown has not been shown. */
    FAIL,
    /** It is shown, and fails nothing. */
    WARN
}
