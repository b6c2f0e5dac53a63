package dev.junitllm.judge.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;

/** How far one call has come. The request carries it, so that all interceptors of the call see the same. */
final class CallProgress {

    private final long deadline;
    private final boolean part;
    private final AtomicInteger attempts = new AtomicInteger();

    /**
     * A call that begins.
     *
     * @param limit how long it may take, or all calls that belong together
     * @param since when the first of these began, by {@link System#nanoTime()}; 0 for a call of its own
     */
    CallProgress(Duration limit, long since) {
        this.deadline = (since == 0 ? System.nanoTime() : since) + limit.toNanos();
        this.part = since != 0;
    }

    /** Of a request that an endpoint made; an interceptor of the user's may have made it anew. */
    static CallProgress of(Request request, HttpLimits limits) {
        CallProgress progress = request.tag(CallProgress.class);
        return progress == null ? new CallProgress(limits.call(), 0) : progress;
    }

    /** Whether others share its time. */
    boolean isPart() {
        return part;
    }

    int beginAttempt() {
        return attempts.incrementAndGet();
    }

    int attempts() {
        return attempts.get();
    }

    /** What is left of the call's time; at most 0 where it is over. */
    Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }
}
