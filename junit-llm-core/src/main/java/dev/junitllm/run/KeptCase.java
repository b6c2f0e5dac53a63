package dev.junitllm.run;

import dev.junitllm.trace.Kept;
import org.jspecify.annotations.Nullable;

/**
 * One finished sample, as it is read back from {@code cases.jsonl}.
 *
 * @param caseId the case
 * @param sample which sample, from 1
 * @param outcome how it came out
 * @param contentHash the case's content hash
 * @param output what the application answered, with what was done to it; {@code null} where it recorded nothing. Who needs the
 *     answer itself takes {@link Kept#original()}, and asks again where there is none.
 * @param traceFile where its trace is, relative to the run's folder; empty where none is kept
 */
public record KeptCase(
        String caseId,
        int sample,
        CaseOutcome outcome,
        String contentHash,
        @Nullable Kept output,
        String traceFile) {}
