package dev.junitllm.jupiter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How many samples of a golden-set method JUnit was given, picked and ended. Thread-safe. */
final class SampleCounts {

    private final AtomicInteger produced = new AtomicInteger();
    private final AtomicInteger selected = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final long began = System.nanoTime();

    /** One more is given to JUnit. Returns how many were given before. */
    int produced() {
        return produced.getAndIncrement();
    }

    int selectedSoFar() {
        return selected.get();
    }

    /** JUnit will run one that it was given. */
    void selected() {
        selected.incrementAndGet();
    }

    boolean isPartial() {
        return selected.get() < produced.get();
    }

    void begins() {
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    }

    void ends() {
        running.decrementAndGet();
    }

    boolean isRunning() {
        return running.get() > 0;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    void finished() {
        finished.incrementAndGet();
    }

    void skipped() {
        skipped.incrementAndGet();
    }

    boolean haveAllEnded() {
        return finished.get() == produced.get();
    }

    /** What makes the run worthless; the first thing counts. */
    void broken(Throwable why) {
        broken.compareAndSet(null, why);
    }

    Ending end(int leftOut) {
        return new Ending(
                produced.get(),
                selected.get(),
                finished.get(),
                skipped.get(),
                leftOut,
                broken.get(),
                Duration.ofNanos(System.nanoTime() - began),
                mostAtOnce.get());
    }

    /** What was counted when a golden-set method ended. */
    record Ending(
            int produced,
            int selected,
            int finished,
            int skipped,
            int leftOut,
            @Nullable Throwable broken,
            Duration duration,
            int mostAtOnce) {}
}
