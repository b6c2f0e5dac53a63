package dev.junitllm.judge.cassette;

/** What becomes of a call. */
enum CassetteMode {
    /** It is made; nothing is read or written. */
    LIVE,
    /** It is made, and its answer takes the place of an earlier one. */
    RECORD,
    /** It is answered by a recording, or by nobody. */
    REPLAY,
    /** It is answered by a recording; where there is none, it is made and recorded. */
    AUTO;

    boolean replays() {
        return this == REPLAY || this == AUTO;
    }
}
