package dev.junitllm.judge.cost;

import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDecorator;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.ScoringException;
import dev.junitllm.trace.Traces;
import dev.junitllm.trace.cost.Price;
import java.util.Optional;
import java.util.Set;

/**
 * A model whose calls are counted.
 *
 * @param model who is asked
 * @param price what it costs, where that is known
 * @param currency of the price
 * @param calls where they are counted
 */
record CountedModel(ChatModel model, Optional<Price> price, String currency, TestCalls calls)
        implements ChatModelDecorator {

    /** Of these nothing was sent: nobody could be asked, or it could cost more than is left. */
    private static final Set<String> NOT_SENT = Set.of("NO_RECORDING", CaseError.NOT_RUN, "BUDGET");

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        long began = System.nanoTime();
        calls.begin(request.label());
        ChatReply reply = answered(request);
        calls.end(reply, price, System.nanoTime() - began);
        if (!reply.replayed()) {
            price.ifPresent(known -> known.of(reply.usage())
                    .ifPresent(cost -> Traces.cost(cost, currency, known.isEstimate(reply.usage()))));
        }
        return reply;
    }

    private ChatReply answered(ChatRequest request) throws ScoringException {
        try {
            return model.chat(request);
        } catch (ScoringException e) {
            if (NOT_SENT.contains(e.kind())) {
                calls.notSent(request.label());
            } else {
                calls.unanswered();
            }
            throw e;
        } catch (RuntimeException e) {
            calls.unanswered(); // of a model of the user's
            throw e;
        }
    }
}
