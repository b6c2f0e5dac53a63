package dev.junitllm.judge.cassette;

import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.ScoringException;

/**
 * A model that can't be asked, where that is all right.
 *
 * @param describe what it would be called
 * @param why what the settings lack
 */
record AbsentModel(ChatModelDescription describe, String why) implements ChatModel {

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        throw new ScoringException(CaseError.NOT_RUN, why);
    }
}
