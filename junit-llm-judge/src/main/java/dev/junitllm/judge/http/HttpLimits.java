package dev.junitllm.judge.http;

import java.time.Duration;

/**
 * How long a call may take, how often it is tried again, and how much may come back. Immutable.
 *
 * @param connect the longest it may take to connect; a client of the user's has its own limit instead
 * @param attempt the longest one attempt may take, from connecting to the last byte of the reply
 * @param call the longest a call may take with all of its attempts and the waits before and between them
 * @param retries how often a call is tried again, at least 0
 * @param longestWait the longest wait between attempts; a server that asks for more is not tried again
 * @param largestReply the most bytes of a reply, unpacked
 */
public record HttpLimits(
        Duration connect, Duration attempt, Duration call, int retries, Duration longestWait, long largestReply) {

    /**
     * Ten seconds to connect, one minute for an attempt, ten for a call, two retries, one minute between them, and 16 MiB.
     */
    public static final HttpLimits DEFAULTS = new HttpLimits(
            Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), 2, Duration.ofMinutes(1), 16 << 20);

    /**
     * Checks the limits.
     *
     * @param connect the longest it may take to connect; a client of the user's has its own limit instead
     * @param attempt the longest one attempt may take, from connecting to the last byte of the reply
     * @param call the longest a call may take with all of its attempts and the waits before and between them
     * @param retries how often a call is tried again, at least 0
     * @param longestWait the longest wait between attempts; a server that asks for more is not tried again
     * @param largestReply the most bytes of a reply, unpacked
     * @throws IllegalArgumentException naming the limit that is negative, or 0 where that would allow nothing
     */
    public HttpLimits {
        requirePositive("connect", connect);
        requirePositive("attempt", attempt);
        requirePositive("call", call);
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

    /**
     * With another limit of connecting.
     *
     * @param time above 0
     * @return the changed copy
     */
    public HttpLimits withConnect(Duration time) {
        return new HttpLimits(time, attempt, call, retries, longestWait, largestReply);
    }

    /**
     * With another limit of an attempt.
     *
     * @param time above 0
     * @return the changed copy
     */
    public HttpLimits withAttempt(Duration time) {
        return new HttpLimits(connect, time, call, retries, longestWait, largestReply);
    }

    /**
     * With another limit of a call.
     *
     * @param time above 0
     * @return the changed copy
     */
    public HttpLimits withCall(Duration time) {
        return new HttpLimits(connect, attempt, time, retries, longestWait, largestReply);
    }

    /**
     * With another number of retries.
     *
     * @param number at least 0
     * @return the changed copy
     */
    public HttpLimits withRetries(int number) {
        return new HttpLimits(connect, attempt, call, number, longestWait, largestReply);
    }

    /**
     * With another longest wait.
     *
     * @param time at least 0
     * @return the changed copy
     */
    public HttpLimits withLongestWait(Duration time) {
        return new HttpLimits(connect, attempt, call, retries, time, largestReply);
    }

    /**
     * With another limit of a reply.
     *
     * @param bytes at least 1
     * @return the changed copy
     */
    public HttpLimits withLargestReply(long bytes) {
        return new HttpLimits(connect, attempt, call, retries, longestWait, bytes);
    }

    private static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("%s = %s: it takes some time".formatted(name, time));
        }
    }
}
