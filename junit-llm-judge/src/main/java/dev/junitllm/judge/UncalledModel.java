package dev.junitllm.judge;

import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import java.util.Optional;

/**
 * Stands for a configured model that lacks what it takes to call it.
 *
 * @param described what it is called; empty where not even that is set
 */
record UncalledModel(Optional<ChatModelDescription> described) implements ChatModel {

    private static final ChatModelDescription UNKNOWN = ChatModelDescription.of("unknown", "unknown");

    @Override
    public ChatReply chat(ChatRequest request) {
        throw new IllegalStateException("a model that can't be called was called");
    }

    @Override
    public ChatModelDescription describe() {
        return described.orElse(UNKNOWN);
    }
}
