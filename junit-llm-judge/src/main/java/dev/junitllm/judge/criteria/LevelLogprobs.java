package dev.junitllm.judge.criteria;

import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.TokenLogprob;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The mean of a level over the probabilities of the tokens that could stand in its place, as G-Eval has it (arXiv 2303.16634).
 *
 * @param expectation from 1 to the highest level; empty where the tokens don't tell
 * @param note {@code USED}; or {@code LOW_MASS}, where less than 0.8 of the probability lies on levels; or {@code MISSING}
 */
record LevelLogprobs(OptionalDouble expectation, String note) {

    private static final double LEAST_MASS = 0.8;

    private static final String FIELD = "\"score\"";

    static LevelLogprobs in(ChatReply reply, int levels) {
        TokenLogprob place = place(reply, levels);
        if (place == null) {
            return new LevelLogprobs(OptionalDouble.empty(), "MISSING");
        }
        double mass = 0;
        double sum = 0;
        for (TokenLogprob token : place.likeliest()) {
            int level = level(token.token(), levels);
            if (level > 0) {
                double probability = Math.exp(Math.min(0, token.logprob()));
                mass += probability;
                sum += level * probability;
            }
        }
        return mass < LEAST_MASS
                ? new LevelLogprobs(OptionalDouble.empty(), "LOW_MASS")
                : new LevelLogprobs(OptionalDouble.of(Math.min(levels, Math.max(1, sum / mass))), "USED");
    }

    /** The token that is the level: the first that is one, behind the name of its field. */
    private static @Nullable TokenLogprob place(ChatReply reply, int levels) {
        List<TokenLogprob> tokens = reply.logprobs();
        StringBuilder before = new StringBuilder();
        for (TokenLogprob token : tokens) {
            int named = before.lastIndexOf(FIELD);
            if (named >= 0 && level(token.token(), levels) > 0) {
                String between = before.substring(named + FIELD.length()).strip();
                return between.equals(":") ? token : null;
            }
            before.append(token.token());
        }
        return null;
    }

    private static int level(String token, int levels) {
        String digit = token.strip();
        if (digit.length() != 1 || digit.charAt(0) < '1' || digit.charAt(0) > '0' + levels) {
            return 0;
        }
        return digit.charAt(0) - '0';
    }
}
