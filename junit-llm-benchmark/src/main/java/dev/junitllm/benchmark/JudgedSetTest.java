package dev.junitllm.benchmark;

import dev.junitllm.Actual;
import dev.junitllm.CaseScope;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.JudgeScore;
import dev.junitllm.judge.cassette.CassetteInterceptor;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import okhttp3.OkHttpClient;

/** The same with a golden set and a judge. Started by {@link ChildRun} alone. */
class JudgedSetTest {

    static final String QUESTION = "Does the answer say how many days are left?";

    private static final CassetteInterceptor CASSETTE = CassetteInterceptor.shared();
    private static final OkHttpClient CLIENT =
            RemoteApplication.client().newBuilder().addInterceptor(CASSETTE).build();

    @GoldenSet(CaseFile.NAME)
    @JudgeScore(question = QUESTION)
    @SuppressWarnings("try") // that the calls belong to the case is all it is for
    void answers(GoldenCase golden, Actual actual, CaseScope scope) throws IOException {
        try (var during = CASSETTE.during(scope)) {
            actual.output(RemoteApplication.answer(CLIENT, golden.input()));
        }
    }
}
