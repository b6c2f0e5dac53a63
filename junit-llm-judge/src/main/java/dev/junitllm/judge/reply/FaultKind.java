package dev.junitllm.judge.reply;

/** Why a judge's reply can't be used. The names are the kinds of the errors that cases end with. */
public enum FaultKind {
    /** It is not exactly one JSON object. */
    INVALID_JSON,
    /** It is JSON of another form than was asked for, or contradicts itself. */
    SCHEMA_VIOLATION,
    /** A number lies outside of its scale. It is never moved inside. */
    OUT_OF_RANGE,
    /** The model declined to judge, or a filter of the provider stopped it. */
    REFUSAL,
    /** It ran into the limit of output tokens. */
    TRUNCATED,
    /** There is nothing in it. */
    EMPTY,
    /** It doesn't hold the code of its request, or disagrees with a vote that didn't see what looks like an instruction. */
    INJECTION_SUSPECTED,
    /** What it quotes is not in the data. */
    EVIDENCE_NOT_FOUND
}
