package dev.junitllm.judge.http;

import java.util.concurrent.Callable;

/** Who gives the key, asked before every attempt: tokens run out. Safe for use by several threads. */
@FunctionalInterface
public interface KeySource {

    /**
     * The key to send now.
     *
     * @return the key
     * @throws Exception where there is none: the call ends as ERROR of kind {@code UNAUTHORIZED}
     */
    ApiKey key() throws Exception;

    /**
     * Where the keys come from, for messages.
     *
     * @return a name, such as an environment variable's
     */
    default String source() {
        return "the token supplier";
    }

    /**
     * Whether it gives OAuth tokens, which go into {@code Authorization} where a provider's keys have a header of their own.
     *
     * @return false unless overridden
     */
    default boolean isToken() {
        return false;
    }

    /**
     * The same key every time.
     *
     * @param key the key
     * @return who gives it
     */
    static KeySource of(ApiKey key) {
        return new KeySource() {
            @Override
            public ApiKey key() {
                return key;
            }

            @Override
            public String source() {
                return key.source();
            }
        };
    }

    /**
     * A token that somebody renews.
     *
     * @param token gives the token that is valid now, such as Entra ID's credential; it caches, not we
     * @return who asks it
     */
    static KeySource ofTokens(Callable<String> token) {
        return new KeySource() {
            @Override
            public ApiKey key() throws Exception {
                return new ApiKey(source(), token.call());
            }

            @Override
            public boolean isToken() {
                return true;
            }
        };
    }
}
