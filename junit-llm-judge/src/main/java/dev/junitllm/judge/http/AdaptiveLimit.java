package dev.junitllm.judge.http;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import java.util.concurrent.TimeUnit;

/**
 * How many calls at once one host takes: additive increase, multiplicative decrease (Chiu and Jain 1989), by Netflix's
 * concurrency-limits, which is told once per round trip rather than at every call. As in TCP, the limit doubles each round
 * until the host refuses for the first time, and grows by one each round from then on; however many calls of one round are
 * refused, it shrinks once. A round that takes much longer than the fastest one counts as refused. Not safe for use by
 * several threads.
 */
final class AdaptiveLimit {

    private static final int FIRST = 8;
    private static final int MOST = 10_000;
    private static final double BACKOFF = 0.75;
    private static final int SLOWER = 3;

    /** Differences below are noise. */
    private static final long NOISE = TimeUnit.SECONDS.toNanos(1);

    private final Limit limit = AIMDLimit.newBuilder()
            .initialLimit(FIRST)
            .minLimit(1)
            .maxLimit(MOST)
            .backoffRatio(BACKOFF)
            .timeout(1, TimeUnit.DAYS) // no time of its own: answers of models take what they take
            .build();

    private boolean wasRefused;
    private long shrunkAt = Long.MIN_VALUE;
    private int limitOfRound = FIRST;
    private int answersOfRound;
    private int busiest;
    private long timeOfRound;
    private long fastestRound = Long.MAX_VALUE;

    int get() {
        return limit.getLimit();
    }

    /** A call was let through. */
    void began(int inFlight) {
        busiest = Math.max(busiest, inFlight);
    }

    /** A call was answered. */
    void answered(long took, long now) {
        answersOfRound++;
        timeOfRound += took;
        if (!wasRefused) {
            sample(took, false);
        }
        if (answersOfRound >= limitOfRound) {
            endRound(now);
        }
    }

    /** A call was refused; of those that were under way when the limit shrank, no more is to be learnt. */
    void refused(long began, long now) {
        if (!wasRefused || began - shrunkAt > 0) {
            shrink(now);
        }
    }

    private void endRound(long now) {
        long mean = timeOfRound / answersOfRound;
        boolean slow = fastestRound != Long.MAX_VALUE && mean > fastestRound * SLOWER && mean - fastestRound > NOISE;
        fastestRound = Math.min(fastestRound, mean);
        if (slow) {
            shrink(now);
        } else if (wasRefused) {
            sample(mean, false);
        }
        beginRound();
    }

    private void shrink(long now) {
        sample(0, true);
        wasRefused = true;
        shrunkAt = now;
        beginRound();
    }

    private void beginRound() {
        limitOfRound = get();
        answersOfRound = 0;
        timeOfRound = 0;
        busiest = 0;
    }

    /** The library grows only where the limit was used; how many calls are left when a round runs out says nothing. */
    private void sample(long took, boolean refused) {
        limit.onSample(0, took, busiest, refused);
    }
}
