package dev.junitllm.judge.chat;

import java.util.Objects;

/**
 * One message of a request. Immutable.
 *
 * @param role who speaks
 * @param text what is said
 */
public record ChatMessage(ChatRole role, String text) {

    /**
     * Checks what it is made of.
     *
     * @param role who speaks
     * @param text what is said
     */
    public ChatMessage {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Instructions.
     *
     * @param text what is said
     * @return the message
     */
    public static ChatMessage system(String text) {
        return new ChatMessage(ChatRole.SYSTEM, text);
    }

    /**
     * A question.
     *
     * @param text what is said
     * @return the message
     */
    public static ChatMessage user(String text) {
        return new ChatMessage(ChatRole.USER, text);
    }

    /**
     * What the model said in an earlier turn.
     *
     * @param text what is said
     * @return the message
     */
    public static ChatMessage assistant(String text) {
        return new ChatMessage(ChatRole.ASSISTANT, text);
    }
}
