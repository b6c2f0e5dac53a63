package dev.junitllm.judge.http;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import java.util.concurrent.TimeUnit;

/**
 * How many calls at once one host takes: additive increase, multiplicative decrease (Chiu and Jain 1989), by Netflix's
 * concurrency-limits, which is told once per round trip rather than at every call. As in TCP, the limit doubles each round
 * until the host refuses for the first time, and grows by one each round from then on; however many calls of one round are
 * refused, it shrinks once. A round that takes much longer than the fastest one of the same endpoint counts as refused. Not safe
 * for use by several threads.
 */
final class AdaptiveLimit {

    private static final int FIRST = 8;
    private static final int MOST = 10_000;
    private static final double BACKOFF = 0.75;

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
    private int shrinks;

    int get() {
        return limit.getLimit();
    }

    /** A call was let through. */
    void began(int inFlight) {
        busiest = Math.max(busiest, inFlight);
    }

    /** A call of an endpoint was answered. */
    void answered(Pace pace, long took, long now) {
        answersOfRound++;
        if (!wasRefused) {
            sample(took, false);
        }
        if (pace.isSlow(took, limitOfRound, shrinks)) {
            shrink(now);
        } else if (answersOfRound >= limitOfRound) {
            endRound(took);
        }
    }

    /** A call was refused; of those that were under way when the limit shrank, no more is to be learnt. */
    void refused(long began, long now) {
        if (!wasRefused || began - shrunkAt > 0) {
            shrink(now);
        }
    }

    private void endRound(long took) {
        if (wasRefused) {
            sample(took, false);
        }
        beginRound();
    }

    private void shrink(long now) {
        sample(0, true);
        wasRefused = true;
        shrinks++;
        shrunkAt = now;
        beginRound();
    }

    private void beginRound() {
        limitOfRound = get();
        answersOfRound = 0;
        busiest = 0;
    }

    /** The library grows only where the limit was used; how many calls are left when a round runs out says nothing. */
    private void sample(long took, boolean refused) {
        limit.onSample(0, took, busiest, refused);
    }
}
