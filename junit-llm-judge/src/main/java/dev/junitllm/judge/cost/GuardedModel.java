package dev.junitllm.judge.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDecorator;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.ScoringException;
import dev.junitllm.trace.cost.Price;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A model that asks the run's budget first.
 *
 * @param model who is asked then
 * @param price what it costs
 * @param budget what may be spent
 */
record GuardedModel(ChatModel model, Price price, RunBudget budget) implements ChatModelDecorator {

    /** After these the provider may have answered, and sends a bill. */
    private static final Set<String> MAYBE_BILLED =
            Set.of("TIMEOUT", "BAD_REPLY", "REPLY_TOO_LARGE", "CONNECTION_FAILED", "INTERRUPTED");

    /** What a provider puts around a message. */
    private static final int AROUND_A_MESSAGE = 16;

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        int limit = request.sampling()
                .outputLimit()
                .orElseThrow(() -> new ScoringException(
                        "BUDGET",
                        "not sent: %s needs a limit of output tokens on every request"
                                .formatted(CostKeys.MAX_COST.name())));
        BigDecimal most = price.atMost(inputTokensAtMost(request), limit);
        budget.reserve(model.describe(), most);
        BigDecimal cost = most;
        try {
            ChatReply reply = model.chat(request);
            cost = reply.replayed() ? BigDecimal.ZERO : price.of(reply.usage()).orElse(most);
            checkLimit(reply, limit);
            return reply;
        } catch (ScoringException e) {
            cost = MAYBE_BILLED.contains(e.kind()) ? most : BigDecimal.ZERO;
            throw e;
        } finally {
            budget.settle(most, cost);
        }
    }

    /** Some servers take no limit, or take none seriously: what a further call could cost is anybody's guess. */
    private void checkLimit(ChatReply reply, int limit) {
        Long tokens = reply.usage().outputTokens();
        if (!reply.replayed() && tokens != null && tokens > limit) {
            budget.close(
                    model.describe(),
                    "%s answered with %s tokens, where at most %s were allowed"
                            .formatted(model.describe(), tokens, Integer.toString(limit)));
        }
    }

    /** A token is a byte at least, whatever the tokenizer. */
    private static long inputTokensAtMost(ChatRequest request) {
        long tokens = request.output() == null
                ? 0
                : request.output().schema().toString().getBytes(UTF_8).length;
        for (ChatMessage message : request.messages()) {
            tokens += message.text().getBytes(UTF_8).length + AROUND_A_MESSAGE;
        }
        return tokens;
    }
}
