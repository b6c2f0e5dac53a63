package dev.junitllm.judge.chat;

/** Why a model stopped. Only after {@link #STOP} is a reply whole. */
public enum FinishReason {
    /** It was done. */
    STOP,
    /** It ran into the limit of output tokens, or of its context. */
    LENGTH,
    /** A filter of the provider stopped it, or the request. */
    CONTENT_FILTER,
    /** It declined to answer. */
    REFUSAL,
    /** It asked for a tool. */
    TOOL,
    /** For a reason that none of these words names, or for none that was told. */
    OTHER
}
