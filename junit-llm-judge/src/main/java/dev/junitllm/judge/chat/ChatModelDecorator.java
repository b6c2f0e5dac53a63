package dev.junitllm.judge.chat;

/**
 * A model around another, such as a record with a component {@code model}: whatever it doesn't override is the other's to say.
 *
 * <pre>{@code
 * record Patient(ChatModel model) implements ChatModelDecorator {
 *     public ChatReply chat(ChatRequest request) throws ScoringException {
 *         …
 *         return model.chat(request);
 *     }
 * }
 * }</pre>
 */
public interface ChatModelDecorator extends ChatModel {

    /**
     * The model it is around.
     *
     * @return the same at every call
     */
    ChatModel model();

    @Override
    default void unusable(ChatRequest request) {
        model().unusable(request);
    }

    @Override
    default String asRecorded(String text) {
        return model().asRecorded(text);
    }

    @Override
    default ChatModelDescription describe() {
        return model().describe();
    }
}
