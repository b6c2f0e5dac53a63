package dev.junitllm.judge.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;

/** How far one call has come. The request carries it, so that all interceptors of the call see the same. */
final class CallProgress {

    private final long deadline;
    private final AtomicInteger attempts = new AtomicInteger();

    CallProgress(Duration limit) {
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** Of a request that an endpoint made; an interceptor of the user's may have made it anew. */
    static CallProgress of(Request request, HttpLimits limits) {
        CallProgress progress = request.tag(CallProgress.class);
        return progress == null ? new CallProgress(limits.call()) : progress;
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
