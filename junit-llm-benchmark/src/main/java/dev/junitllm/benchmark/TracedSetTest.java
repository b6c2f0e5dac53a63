package dev.junitllm.benchmark;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.okhttp.OkHttpTraces;
import java.io.IOException;
import okhttp3.OkHttpClient;

/** A golden set whose application asks a model, and records so where tracing is on. Started by {@link ChildRun} alone. */
class TracedSetTest {

    private static final OkHttpClient CLIENT = OkHttpTraces.trace(RemoteApplication.client());

    @GoldenSet(CaseFile.NAME)
    @ReferenceScore(ExactMatch.class)
    void answers(GoldenCase golden, Actual actual) throws IOException {
        actual.output(RemoteApplication.answer(CLIENT, golden.input()));
    }
}
