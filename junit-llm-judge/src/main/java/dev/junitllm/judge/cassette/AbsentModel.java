package dev.junitllm.judge.cassette;

import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.ScoringException;

/**
 * A model that can't be asked.
 *
 * @param describe what it would be called
 * @param kind the kind of error that is
 * @param why what the settings lack
 */
record AbsentModel(ChatModelDescription describe, String kind, String why) implements ChatModel {

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        throw new ScoringException(kind, why);
    }
}
