package dev.junitllm.examples.docs;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.judge.Judge;
import dev.junitllm.judge.JudgeScore;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.jupiter.GoldenSet;
import org.junit.jupiter.api.Test;

/** The code of docs/judge.md, run with a judge that needs no server. */
class JudgePageTest {

    static class ConfiguredTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::score[]
        @GoldenSet("docs/numbers.jsonl")
        @JudgeScore(value = Criteria.CORRECTNESS, atLeast = 0.5)
        @JudgeScore(question = "Does the answer stay polite?")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::score[]
    }

    static class OwnTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::own[]
        @GoldenSet("docs/numbers.jsonl")
        @JudgeScore(
                question = "How clearly does the answer state the number?",
                levels = {
                    "not at all",
                    "it has to be guessed",
                    "hidden in the text",
                    "clearly",
                    "clearly, with its unit"
                },
                atLeast = 0.75,
                model = ContentJudge.class)
        @JudgeScore(
                checklist = {"Does it hold a number?", "Is it a single sentence?"},
                atLeast = 0.5,
                model = ContentJudge.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::own[]
    }

    @Test
    void everyCasePasses() {
        assertThat(PageRun.green(OwnTestCases.class, "answers").succeeded().count())
                .isEqualTo(3);
    }

    // tag::plain[]
    @Test
    void judgesInAPlainTest() {
        ChatModel model = request -> ChatReply.of(askYourModel(request));

        assertThatLlm("Certainly! We open at nine.")
                .given("When do you open?")
                .scoresAtLeast(
                        1, Judge.on(Criterion.question("Is the answer polite?")).by(model));
    }
    // end::plain[]

    private static String askYourModel(ChatRequest request) {
        return new ContentJudge().chat(request).text();
    }

    /** Finds everything good. */
    static final class ContentJudge implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            String verdict = switch (request.output().name()) {
                case "verdict" -> "\"evidence\": \"\", \"reason\": \"It is.\", \"verdict\": \"YES\"";
                case "level" -> "\"evidence\": \"\", \"reason\": \"It is.\", \"score\": 5";
                default ->
                    "\"items\": [{\"id\": \"q1\", \"evidence\": \"\", \"reason\": \"It does.\", \"answer\": \"YES\"},"
                            + " {\"id\": \"q2\", \"evidence\": \"\", \"reason\": \"It is.\", \"answer\": \"YES\"}]";
            };
            return ChatReply.of(
                    "{\"nonce\": \"%s\", %s}".formatted(request.label().nonce(), verdict));
        }
    }
}
