package dev.junitllm.examples.handbook;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;

/** The assistant against what the people team wrote down: 44 questions of all kinds, and how well it answers today. */
// tag::test[]
class HandbookEvalTest {

    private final HandbookAssistant bot = new HandbookBot(Handbook.load());

    @GoldenSet("golden/handbook.jsonl")
    @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
    @ReferenceScore(value = ExactMatch.Squad.class, recordOnly = true)
    @FindsPassage
    @MaxWords(50)
    @PassRate(atLeast = 0.7)
    @MeanScore(of = "token-f1", atLeast = 0.5)
    @MeanScore(of = "finds-passage", atLeast = 0.7)
    @FewBlunders(of = "token-f1", below = 0.1, atMost = 0.25)
    @ErrorBudget(atMost = 0)
    void answersFromTheHandbook(GoldenCase golden, Actual actual) {
        var passages = bot.retrieve(golden.input());
        actual.retrieved(passages.stream()
                .map(found -> Document.of(found.passage().id(), found.passage().text(), found.score()))
                .toList());
        actual.output(bot.answer(golden.input(), passages));
    }
}
// end::test[]
