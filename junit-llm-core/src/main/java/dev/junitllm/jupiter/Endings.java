package dev.junitllm.jupiter;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Waits for samples that run on other threads. JUnit gives no way to be told, and a thread that waits may be the very one
 * they would need: so where nothing of the set runs for a while, waiting is given up. Thread-safe.
 */
final class Endings {

    /** Long enough for a thread to become free between two samples, short enough to lose where none does. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Something has begun or ended. */
    void changed() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits.
     *
     * @param ended whether all have ended
     * @param running whether some are running
     * @return whether all have ended; false where nothing ran for too long, or the thread was interrupted
     */
    boolean await(BooleanSupplier ended, BooleanSupplier running) {
        if (ended.getAsBoolean()) {
            return true;
        }
        Waiting waiting = new Waiting(ended, running);
        try {
            ForkJoinPool.managedBlock(waiting); // lets the pool put another thread in this one's place, where it may
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended.getAsBoolean();
    }

    private final class Waiting implements ForkJoinPool.ManagedBlocker {

        private final BooleanSupplier ended;
        private final BooleanSupplier running;

        Waiting(BooleanSupplier ended, BooleanSupplier running) {
            this.ended = ended;
            this.running = running;
        }

        @Override
        public boolean block() throws InterruptedException {
            lock.lock();
            try {
                long idle = PATIENCE_NANOS;
                while (!ended.getAsBoolean() && idle > 0) {
                    long left = changed.awaitNanos(idle);
                    idle = running.getAsBoolean() || left > 0 ? PATIENCE_NANOS : left;
                }
            } finally {
                lock.unlock();
            }
            return true;
        }

        @Override
        public boolean isReleasable() {
            return ended.getAsBoolean();
        }
    }
}
