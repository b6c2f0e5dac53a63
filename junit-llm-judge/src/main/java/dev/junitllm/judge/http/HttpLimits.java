package dev.junitllm.judge.http;

import java.time.Duration;

/**
 * How long a call may take, how often it is tried again, and how much may come back.
 *
 * @param timeout the longest one attempt may take, from connecting to the last byte of the reply
 * @param retries how often a call is tried again, at least 0
 * @param longestWait the longest wait between attempts; a server that asks for more is not tried again
 * @param largestReply the most bytes of a reply, unpacked
 */
public record HttpLimits(Duration timeout, int retries, Duration longestWait, long largestReply) {

    /** One minute for an attempt, two retries, one minute between them, and 16 MiB. */
    public static final HttpLimits DEFAULTS = new HttpLimits(Duration.ofMinutes(1), 2, Duration.ofMinutes(1), 16 << 20);

    /**
     * Checks the limits.
     *
     * @param timeout the longest one attempt may take, from connecting to the last byte of the reply
     * @param retries how often a call is tried again, at least 0
     * @param longestWait the longest wait between attempts; a server that asks for more is not tried again
     * @param largestReply the most bytes of a reply, unpacked
     * @throws IllegalArgumentException naming the limit that is negative, or 0 where that would allow nothing
     */
    public HttpLimits {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout = %s: an attempt takes some time".formatted(timeout));
        }
        if (retries < 0) {
            throw new IllegalArgumentException("retries = %s: 0 is the least".formatted(retries));
        }
        if (longestWait.isNegative()) {
            throw new IllegalArgumentException("longestWait = %s: 0 is the least".formatted(longestWait));
        }
        if (largestReply < 1) {
            throw new IllegalArgumentException("largestReply = %s: 1 is the least".formatted(largestReply));
        }
    }
}
