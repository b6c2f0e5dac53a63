package dev.junitllm.examples.handbook;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.TokenF1;

/**
 * What a closed gate looks like: the assistant after a change for the worse, under the gates of
 * {@link HandbookEvalTest}. Its name keeps it out of the build; run it by {@code mvn -Pdemo test -Dtest=ForgetfulBotEval}.
 * {@link ClosedGateTest} sees to it that it fails.
 */
class ForgetfulBotEval {

    private final HandbookAssistant bot = new ForgetfulBot(Handbook.load());

    @GoldenSet("golden/handbook.jsonl")
    @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
    @MaxWords(50)
    @PassRate(atLeast = 0.7)
    @MeanScore(of = "token-f1", atLeast = 0.5)
    @FewBlunders(of = "token-f1", below = 0.1, atMost = 0.25)
    @ErrorBudget(atMost = 0)
    void answersFromTheHandbook(GoldenCase golden, Actual actual) {
        actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
    }

    @GoldenSet("golden/handbook-production.csv")
    @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
    @PassRate(atLeast = 0.5)
    void answersWhatPeopleReallyAsk(GoldenCase golden, Actual actual) {
        actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
    }
}
