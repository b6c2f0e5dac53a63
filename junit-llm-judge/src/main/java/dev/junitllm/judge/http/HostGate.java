package dev.junitllm.judge.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets calls to one host through in the order they came, as many at once as {@link AdaptiveLimit} allows, and none while the
 * host asked for a pause. Where callers want different numbers at most, the smallest of those who wait or call holds: a host
 * of which one says that it takes two at once gets no third from another. Safe for use by several threads.
 */
final class HostGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> queue = new ArrayDeque<>();
    private final LongSupplier clock;
    private final AdaptiveLimit limit = new AdaptiveLimit();

    /** What those who wait or call want at most, each with the number of them. */
    private final TreeMap<Integer, Integer> most = new TreeMap<>();

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
     * @param atMost how many calls at once the caller wants at most, whoever makes them
     * @param patience how long it waits at most
     * @return to be handed back at the end
     * @throws TooLongException where its turn did not come in time
     */
    Pass enter(int atMost, Duration patience) throws InterruptedException, TooLongException {
        lock.lockInterruptibly();
        try {
            long deadline = clock.getAsLong() + patience.toNanos();
            Condition turn = lock.newCondition();
            queue.addLast(turn);
            most.merge(atMost, 1, Integer::sum);
            boolean entered = false;
            try {
                for (long wait = wait(turn); wait > 0; wait = wait(turn)) {
                    long left = deadline - clock.getAsLong();
                    if (left <= 0) {
                        throw new TooLongException();
                    }
                    long unused = turn.awaitNanos(Math.min(wait, left));
                }
                inFlight++;
                limit.began(inFlight);
                entered = true;
                return new Pass(clock.getAsLong(), atMost);
            } finally {
                queue.remove(turn);
                if (!entered) {
                    wantsNoMore(atMost);
                }
                wakeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call that was let through has ended, at the pace of its endpoint. */
    void leave(Pass pass, Outcome outcome, Pace pace) {
        lock.lock();
        try {
            long now = clock.getAsLong();
            switch (outcome) {
                case ANSWERED -> limit.answered(pace, now - pass.began(), now);
                case REFUSED -> limit.refused(pass.began(), now);
                case UNCLEAR -> {}
            }
            inFlight--;
            wantsNoMore(pass.atMost());
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
    private long wait(Condition turn) {
        if (queue.peekFirst() != turn || inFlight >= Math.min(most.firstKey(), limit.get())) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, pausedUntil - clock.getAsLong());
    }

    private void wantsNoMore(int atMost) {
        most.computeIfPresent(atMost, (number, callers) -> callers == 1 ? null : callers - 1);
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
     * @param atMost how many calls at once the caller wants at most
     */
    record Pass(long began, int atMost) {}

    /** Nobody was let through in time. */
    static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
