package dev.junitllm.judge.chat;

/** Who speaks in a request. */
public enum ChatRole {
    /** Who gives the instructions. */
    SYSTEM,
    /** Who asks. */
    USER,
    /** The model, in an earlier turn. */
    ASSISTANT
}
