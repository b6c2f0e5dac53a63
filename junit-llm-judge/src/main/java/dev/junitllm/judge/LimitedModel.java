package dev.junitllm.judge;

import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDecorator;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.ScoringException;

/**
 * A model that may answer with so many tokens. It stands behind the recordings: the limit decides only whether an answer is whole,
 * and what isn't whole is never recorded.
 *
 * @param model who is asked
 * @param limit for requests without a limit of their own
 */
record LimitedModel(ChatModel model, int limit) implements ChatModelDecorator {

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        return model.chat(
                request.sampling().outputLimit().isPresent()
                        ? request
                        : request.withSampling(request.sampling().withMaxOutputTokens(limit)));
    }
}
