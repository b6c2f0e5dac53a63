package dev.junitllm.benchmark;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;

/** The same with a golden set. Started by {@link ChildRun} alone. */
class GoldenSetTest {

    @GoldenSet(CaseFile.NAME)
    @ReferenceScore(ExactMatch.class)
    void answers(GoldenCase golden, Actual actual) {
        actual.output(Application.answer(golden.input()));
    }
}
