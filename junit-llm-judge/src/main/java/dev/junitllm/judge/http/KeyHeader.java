package dev.junitllm.judge.http;

/**
 * The header that carries a key.
 *
 * @param name the header's name
 * @param prefix what stands before the key, such as {@code "Bearer "}
 */
public record KeyHeader(String name, String prefix) {

    /** {@code Authorization: Bearer …}. */
    public static final KeyHeader BEARER = new KeyHeader("Authorization", "Bearer ");

    /**
     * Checks what it is made of.
     *
     * @param name the header's name
     * @param prefix what stands before the key, such as {@code "Bearer "}
     */
    public KeyHeader {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a header has a name");
        }
    }

    /**
     * A header that holds the key alone.
     *
     * @param name the header's name
     * @return the header
     */
    public static KeyHeader named(String name) {
        return new KeyHeader(name, "");
    }
}
