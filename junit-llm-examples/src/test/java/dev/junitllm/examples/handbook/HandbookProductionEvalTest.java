package dev.junitllm.examples.handbook;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The assistant against what people really typed, out of a spreadsheet. Harder than the questions somebody thought of at
 * a desk, as the lower bar says. Cases run side by side: the bot is thread-safe, and the results are the same.
 */
// tag::test[]
@Execution(ExecutionMode.CONCURRENT)
class HandbookProductionEvalTest {

    private static final HandbookAssistant BOT = new HandbookBot(Handbook.load());

    @GoldenSet("golden/handbook-production.csv")
    @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
    @MaxWords(50)
    @PassRate(atLeast = 0.5)
    void answersWhatPeopleReallyAsk(GoldenCase golden, Actual actual) {
        actual.output(BOT.answer(golden.input(), BOT.retrieve(golden.input())));
    }
}
// end::test[]
