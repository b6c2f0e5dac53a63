package dev.junitllm.judge;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.jupiter.GoldenSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The judge calls of one case run side by side, through the real engine. */
@Timeout(60)
class SideBySideRunTest {

    /** Answers nobody before all who are to ask at the same time have asked. */
    abstract static class Meeting implements ChatModel {

        private final CyclicBarrier all;

        Meeting(int number) {
            this.all = new CyclicBarrier(number);
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("nobody else asked", e);
            }
            return ChatReply.of(ScriptedJudge.withNonce(
                    "{'evidence': '', 'reason': 'so it is', 'verdict': '%s'}".formatted(verdict(request)), request));
        }

        String verdict(ChatRequest request) {
            return "YES";
        }
    }

    static class ThreeCriteria extends Meeting {
        ThreeCriteria() {
            super(3);
        }
    }

    static class CriteriaTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is it polite?", model = ThreeCriteria.class)
        @JudgeScore(question = "Is it short?", model = ThreeCriteria.class)
        @JudgeScore(question = "Is it about pets?", model = ThreeCriteria.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("An answer.");
        }
    }

    @Test
    void allCriteriaOfACaseAreAskedAtTheSameTime() {
        run(CriteriaTestCases.class).assertStatistics(all -> all.started(3).succeeded(3));
    }

    static class TwoVotes extends Meeting {
        TwoVotes() {
            super(2);
        }
    }

    static class AgreeingVotesTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is it polite?", model = TwoVotes.class, votes = 3)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("An answer.");
        }
    }

    /** A third vote would wait for a fourth that never comes. */
    @Test
    void asManyVotesAsCanDecideAreCastAtTheSameTimeAndNoMore() {
        run(AgreeingVotesTestCases.class).assertStatistics(all -> all.started(3).succeeded(3));
    }

    static class AllVotes extends Meeting {
        AllVotes() {
            super(3);
        }

        @Override
        String verdict(ChatRequest request) {
            return request.label().vote() == 2 ? "NO" : "YES";
        }
    }

    static class AllVotesTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is it polite?", model = AllVotes.class, votes = 3, stopAtMajority = false)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("An answer.");
        }
    }

    @Test
    void allVotesThatAreCastAnywayAreCastAtTheSameTime() {
        run(AllVotesTestCases.class).assertStatistics(all -> all.started(3).succeeded(3));
    }

    private static Events run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute()
                .testEvents();
    }
}
