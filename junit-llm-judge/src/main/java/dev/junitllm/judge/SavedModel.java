package dev.junitllm.judge;

import dev.junitllm.judge.cassette.Cassettes;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDecorator;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.ScoringException;
import java.lang.System.Logger.Level;

/**
 * A model in plain tests, of which nobody says when they end: what was recorded is written after every call.
 *
 * @param model who is asked
 * @param cassettes what is recorded
 */
record SavedModel(ChatModel model, Cassettes cassettes) implements ChatModelDecorator {

    @Override
    public ChatReply chat(ChatRequest request) throws ScoringException {
        ChatReply reply = model.chat(request);
        save();
        return reply;
    }

    @Override
    public void unusable(ChatRequest request) {
        model.unusable(request);
        save();
    }

    private void save() {
        for (String remark : cassettes.saved()) {
            System.getLogger(SavedModel.class.getName()).log(Level.INFO, remark);
        }
    }
}
