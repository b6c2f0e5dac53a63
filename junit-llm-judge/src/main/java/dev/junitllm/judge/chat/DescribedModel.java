package dev.junitllm.judge.chat;

import dev.junitllm.score.ScoringException;

/**
 * A model under a name that it does not give itself.
 *
 * @param model who is asked
 * @param describe what it is called
 */
record DescribedModel(ChatModel model, ChatModelDescription describe) implements ChatModelDecorator {

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        return model.chat(request);
    }

    @Override
    public String toString() {
        return describe.toString();
    }
}
