package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.TokenLogprob;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels weighted by the probabilities of their tokens. */
class LogprobsTest {

    private static final GoldenCase GOLDEN =
            GoldenCase.builder("a", "What is it?").build();

    @Test
    void theScoreIsTheMeanLevelOverTheTokensThatAreLevels() throws Exception {
        // 0.6 * 4 + 0.3 * 5 = 3.9 over a mass of 0.9: level 4.333, so 0.8333
        Score score = score(token("4", 0.6, "5", 0.3, "x", 0.1));

        assertThat(score.value().getAsDouble()).isCloseTo((3.9 / 0.9 - 1) / 4, within(1e-12));
        assertThat(score.details()).containsEntry("logprobs", "USED").containsEntry("level", 4);
    }

    @Test
    void withTooLittleMassOnLevelsTheLevelItselfCounts() throws Exception {
        Score score = score(token("4", 0.5, "x", 0.3, "y", 0.2));

        assertThat(score.value()).hasValue(0.75);
        assertThat(score.details()).containsEntry("logprobs", "LOW_MASS");
    }

    @Test
    void withoutLogprobsTheLevelItselfCounts() throws Exception {
        Score score = score(null);

        assertThat(score.value()).hasValue(0.75);
        assertThat(score.details()).containsEntry("logprobs", "MISSING");
    }

    @Test
    void theJudgeIsAskedForTheLevelAlone() throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying("{'score': 4}");

        Judge.on(Criteria.COHERENCE).by(judge).weightedByLogprobs().score(GOLDEN, Actual.of("It is."));

        ChatRequest request = judge.requests().get(0);
        assertThat(request.sampling().topLogprobs()).isEqualTo(10);
        assertThat(request.output().schema().at("/properties").size()).isEqualTo(2);
    }

    private static Score score(TokenLogprob level) throws Exception {
        ScriptedJudge judge = ScriptedJudge.replying(request -> {
            String json = "{\"nonce\":\"" + request.label().nonce() + "\",\"score\":4}";
            List<TokenLogprob> tokens = new ArrayList<>();
            if (level != null) {
                // a 4 in the code is not the level
                json.substring(0, json.length() - 2)
                        .chars()
                        .forEach(c -> tokens.add(new TokenLogprob(Character.toString(c), 0, List.of())));
                tokens.add(level);
                tokens.add(new TokenLogprob("}", 0, List.of()));
            }
            return ChatReply.of(json).withLogprobs(tokens);
        });
        return Judge.on(Criteria.COHERENCE).by(judge).weightedByLogprobs().score(GOLDEN, Actual.of("It is."));
    }

    private static TokenLogprob token(String a, double pa, String b, double pb, String c, double pc) {
        return new TokenLogprob(
                a,
                Math.log(pa),
                List.of(
                        new TokenLogprob(a, Math.log(pa), List.of()),
                        new TokenLogprob(b, Math.log(pb), List.of()),
                        new TokenLogprob(c, Math.log(pc), List.of())));
    }
}
