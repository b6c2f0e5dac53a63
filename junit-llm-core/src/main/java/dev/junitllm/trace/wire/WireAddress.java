package dev.junitllm.trace.wire;

/**
 * Where a request goes. Without its query, in which keys travel.
 *
 * @param host such as {@code api.openai.com}
 * @param port from 1 to 65535
 * @param path such as {@code /v1/chat/completions}
 */
public record WireAddress(String host, int port, String path) {

    /**
     * An address.
     *
     * @param host the server
     * @param port its port
     * @param path the path, without a query
     */
    public WireAddress {}
}
