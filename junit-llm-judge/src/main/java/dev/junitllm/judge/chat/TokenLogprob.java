package dev.junitllm.judge.chat;

import java.util.List;
import java.util.Objects;

/**
 * How likely a token of the reply was. Immutable.
 *
 * @param token the token's text
 * @param logprob the natural logarithm of its probability, at most 0; OpenAI's -9999 stands for very unlikely
 * @param likeliest the likeliest tokens at this place, with no further ones below them, as many as were sent
 */
public record TokenLogprob(String token, double logprob, List<TokenLogprob> likeliest) {

    /**
     * Checks what it is made of.
     *
     * @param token the token's text
     * @param logprob the natural logarithm of its probability, at most 0; OpenAI's -9999 stands for very unlikely
     * @param likeliest the likeliest tokens at this place, with no further ones below them, as many as were sent
     */
    public TokenLogprob {
        Objects.requireNonNull(token, "token");
        likeliest = List.copyOf(likeliest);
    }
}
