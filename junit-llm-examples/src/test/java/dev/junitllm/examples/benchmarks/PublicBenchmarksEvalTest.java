package dev.junitllm.examples.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.answer.MultipleChoice;
import dev.junitllm.score.answer.NumericAnswer;
import dev.junitllm.score.code.CodeScore;
import dev.junitllm.score.code.CodeTests;
import dev.junitllm.score.text.TruthfulAnswer;
import org.junit.jupiter.api.condition.EnabledIf;

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

    // tag::humaneval[]
    @GoldenSet(value = "benchmarks/humaneval/HumanEval.jsonl", format = "humaneval")
    @CodeScore(language = "python", completion = true)
    @PassRate(atLeast = 0.7)
    // end::humaneval[]
    @EnabledIf(value = "canRunPython", disabledReason = "no Python here, or no sandbox to run generated code in")
    // tag::humaneval[]
    void humanEval(GoldenCase golden, Actual actual) {
        actual.output(model.answer(golden.input()));
    }
    // end::humaneval[]

    // tag::truthfulqa[]
    @GoldenSet(value = "benchmarks/truthfulqa/TruthfulQA.csv", format = "truthfulqa")
    @ReferenceScore(value = TruthfulAnswer.Bleu.class, recordOnly = true)
    @ReferenceScore(TruthfulAnswer.Rouge1.class)
    @PassRate(atLeast = 0.8)
    void truthfulQa(GoldenCase golden, Actual actual) {
        actual.output(model.answer(golden.input()));
    }
    // end::truthfulqa[]

    // tag::gsm8k[]
    @GoldenSet(value = "benchmarks/gsm8k/test.jsonl", format = "gsm8k")
    @ReferenceScore(NumericAnswer.class)
    @PassRate(atLeast = 0.8)
    void gsm8k(GoldenCase golden, Actual actual) {
        actual.output(model.answer(golden.input()));
    }
    // end::gsm8k[]

    static boolean canRunPython() {
        GoldenCase golden = GoldenCase.builder("probe", "def one():")
                .metadata(JsonNodeFactory.instance.objectNode().put("test", "assert one() == 1"))
                .build();
        try {
            return CodeTests.python()
                    .score(golden, Actual.of("def one():\n    return 1"))
                    .value()
                    .isPresent();
        } catch (ScoringException e) {
            return false;
        }
    }
}
