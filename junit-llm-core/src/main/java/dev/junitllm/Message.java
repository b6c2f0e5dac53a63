package dev.junitllm;

import java.util.Objects;

/**
 * One message of a conversation.
 *
 * @param role who speaks, in the words of the chat protocols ({@code system}, {@code user}, {@code assistant},
 *     {@code tool}); never blank
 * @param content what is said; may be empty
 */
public record Message(String role, String content) {

    /**
     * Checks what it is made of.
     *
     * @param role who speaks, in the words of the chat protocols ({@code system}, {@code user}, {@code assistant},
     *     {@code tool}); never blank
     * @param content what is said; may be empty
     */
    public Message {
        if (role.isBlank()) {
            throw new IllegalArgumentException("a message needs a role that isn't blank");
        }
        Objects.requireNonNull(content, "content");
    }
}
