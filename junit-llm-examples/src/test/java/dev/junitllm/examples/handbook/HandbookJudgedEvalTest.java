package dev.junitllm.examples.handbook;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.judge.JudgeScore;
import dev.junitllm.jupiter.GoldenSet;

/**
 * The assistant before a judge, who says what no comparison with a reference can: whether the employee is helped. It runs
 * without a model, from the recordings in {@code src/test/llm-cassettes}. <b>Their judgements were written by hand</b>, so that
 * this example needs no key and nobody has to pay for it: they show how recordings look, and nothing of any model.
 */
// tag::test[]
class HandbookJudgedEvalTest {

    private final HandbookAssistant bot = new HandbookBot(Handbook.load());

    @GoldenSet("golden/handbook-judged.jsonl")
    @JudgeScore(question = "Does the answer tell the employee what was asked for?", name = "helps")
    @PassRate(atLeast = 0.6)
    void helpsTheEmployee(GoldenCase golden, Actual actual) {
        actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
    }
}
// end::test[]
