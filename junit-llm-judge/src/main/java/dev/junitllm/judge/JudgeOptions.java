package dev.junitllm.judge;

import java.util.Map;

/**
 * How a judge is asked. Immutable.
 *
 * @param votes how often, at least 1
 * @param aggregate how votes become one score
 * @param stopsEarly whether no further vote is cast once more than half agree
 * @param logprobs whether levels are weighted by log-probabilities
 */
record JudgeOptions(int votes, Aggregate aggregate, boolean stopsEarly, boolean logprobs) {

    static final JudgeOptions DEFAULT = new JudgeOptions(1, Aggregate.MEDIAN, true, false);

    private static final int MOST_VOTES = 99;

    JudgeOptions {
        if (votes < 1 || votes > MOST_VOTES) {
            throw new IllegalArgumentException(
                    "votes = %s: from 1 to %s can be asked for".formatted(votes, MOST_VOTES));
        }
    }

    JudgeOptions withVotes(int number) {
        return new JudgeOptions(number, aggregate, stopsEarly, logprobs);
    }

    JudgeOptions withAggregate(Aggregate way) {
        return new JudgeOptions(votes, way, stopsEarly, logprobs);
    }

    JudgeOptions withoutStopping() {
        return new JudgeOptions(votes, aggregate, false, logprobs);
    }

    JudgeOptions withLogprobs() {
        return new JudgeOptions(votes, aggregate, stopsEarly, true);
    }

    /** Whether to stop early decides no score, only what it costs. */
    Map<String, String> parameters() {
        return Map.of(
                "votes", Integer.toString(votes),
                "aggregate", votes == 1 ? "none" : aggregate.name(),
                "logprobs", Boolean.toString(logprobs));
    }
}
