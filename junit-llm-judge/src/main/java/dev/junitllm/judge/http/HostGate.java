package dev.junitllm.judge.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets calls to one host through in the order they came, as many at once as {@link AdaptiveLimit} allows, and none while the
 * host asked for a pause. Safe for use by several threads.
 */
final class HostGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> queue = new ArrayDeque<>();
    private final LongSupplier clock;
    private final AdaptiveLimit limit = new AdaptiveLimit();
    private int inFlight;
    private long pausedUntil;

    HostGate() {
        this(System::nanoTime);
    }

    HostGate(LongSupplier clock) {
        this.clock = clock;
        this.pausedUntil = clock.getAsLong();
    }

    /**
     * Waits for its turn.
     *
     * @param most how many calls at once the caller wants at most
     * @param patience how long it waits at most
     * @return to be handed back at the end
     * @throws TooLongException where its turn did not come in time
     */
    Pass enter(int most, Duration patience) throws InterruptedException, TooLongException {
        lock.lockInterruptibly();
        try {
            long deadline = clock.getAsLong() + patience.toNanos();
            Condition turn = lock.newCondition();
            queue.addLast(turn);
            try {
                for (long wait = wait(turn, most); wait > 0; wait = wait(turn, most)) {
                    long left = deadline - clock.getAsLong();
                    if (left <= 0) {
                        throw new TooLongException();
                    }
                    long unused = turn.awaitNanos(Math.min(wait, left));
                }
                inFlight++;
                limit.began(inFlight);
                return new Pass(clock.getAsLong());
            } finally {
                queue.remove(turn);
                wakeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call that was let through has ended. */
    void leave(Pass pass, Outcome outcome) {
        lock.lock();
        try {
            long now = clock.getAsLong();
            switch (outcome) {
                case ANSWERED -> limit.answered(now - pass.began(), now);
                case REFUSED -> limit.refused(pass.began(), now);
                case UNCLEAR -> {}
            }
            inFlight--;
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody through for a while. */
    void pause(Duration time) {
        lock.lock();
        try {
            long until = clock.getAsLong() + time.toNanos();
            if (until - pausedUntil > 0) {
                pausedUntil = until;
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many calls are under way. */
    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** How many calls at once are allowed now. */
    int limit() {
        lock.lock();
        try {
            return limit.get();
        } finally {
            lock.unlock();
        }
    }

    /** How many nanoseconds to wait before looking again: 0 to go. */
    private long wait(Condition turn, int most) {
        if (queue.peekFirst() != turn || inFlight >= Math.min(most, limit.get())) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, pausedUntil - clock.getAsLong());
    }

    private void wakeFirst() {
        Condition first = queue.peekFirst();
        if (first != null) {
            first.signal();
        }
    }

    /** How a call ended. */
    enum Outcome {
        /** The host took it. */
        ANSWERED,
        /** It was too much for the host. */
        REFUSED,
        /** The end says nothing about the host's load. */
        UNCLEAR
    }

    /**
     * A call under way.
     *
     * @param began when it was let through, in nanoseconds of the clock
     */
    record Pass(long began) {}

    /** Nobody was let through in time. */
    static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
