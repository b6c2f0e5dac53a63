package dev.junitllm.examples.benchmarks;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.answer.MultipleChoice;
import dev.junitllm.score.answer.NumericAnswer;

/**
 * Four public benchmarks in miniature: the files are in the published formats, their questions are our own. For the real
 * ones, put the published files in the place of ours, and your application in that of the model.
 */
class PublicBenchmarksEvalTest {

    private final ScriptedModel model = ScriptedModel.load();

    // tag::mmlu[]
    @GoldenSet(value = "benchmarks/mmlu/*_test.csv", format = "mmlu")
    @ReferenceScore(MultipleChoice.class)
    @PassRate(atLeast = 0.8)
    void mmlu(GoldenCase golden, Actual actual) {
        actual.output(model.answer(golden.input()));
    }
    // end::mmlu[]

    // tag::gsm8k[]
    @GoldenSet(value = "benchmarks/gsm8k/test.jsonl", format = "gsm8k")
    @ReferenceScore(NumericAnswer.class)
    @PassRate(atLeast = 0.8)
    void gsm8k(GoldenCase golden, Actual actual) {
        actual.output(model.answer(golden.input()));
    }
    // end::gsm8k[]
}
