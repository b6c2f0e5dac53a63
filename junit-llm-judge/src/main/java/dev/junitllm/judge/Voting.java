package dev.junitllm.judge;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.ScoringThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Casts the votes on one case. As many as are needed at least are cast at the same time, so that no more are cast than one
 * after the other, and they count in the order of their numbers.
 *
 * @param criterion what is judged by
 * @param judges who is asked, in turn
 * @param options how
 * @param nonces draws the codes of requests
 * @param threads where votes are cast at the same time, or {@code null} for one after the other
 */
record Voting(
        Criterion criterion,
        List<ChatModel> judges,
        JudgeOptions options,
        Supplier<String> nonces,
        @Nullable ScoringThreads threads) {

    private static final int TOP_LOGPROBS = 10;

    Ballot cast(GoldenCase golden, Actual actual, JudgedData data) throws ScoringException {
        Ballot ballot = new Ballot(options.votes(), options.aggregate(), options.stopsEarly());
        while (!ballot.isOver()) {
            List<Supplier<Vote>> next = new ArrayList<>();
            for (int i = 1; i <= (threads == null ? 1 : ballot.needed()); i++) {
                int number = ballot.votes().size() + i;
                next.add(() -> vote(number, golden, actual, data));
            }
            for (Vote vote : all(next)) {
                if (!ballot.isOver()) {
                    ballot.add(vote);
                }
            }
        }
        return ballot;
    }

    private List<Vote> all(List<Supplier<Vote>> votes) throws ScoringException {
        if (threads == null || votes.size() == 1) {
            return List.of(votes.get(0).get());
        }
        try {
            return threads.all(votes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoringException("INTERRUPTED", "interrupted while votes were cast", e);
        }
    }

    Vote vote(int number, GoldenCase golden, Actual actual, JudgedData data) {
        ChatModel model = judges.get((number - 1) % judges.size());
        CallLabel label = CallLabel.NONE
                .withCaseId(golden.id())
                .withSample(actual.sample())
                .withVote(number)
                .withSince(System.nanoTime());
        return new Judgement(criterion, model, sampling(), options.logprobs(), nonces, label).of(golden, data);
    }

    /** Votes of one model that always answers the same would be one vote. */
    Sampling sampling() {
        double temperature = options.votes() > judges.size() ? 1 : 0;
        Sampling sampling = Sampling.DEFAULT.withTemperature(temperature);
        return options.logprobs() ? sampling.withTopLogprobs(TOP_LOGPROBS) : sampling;
    }
}
