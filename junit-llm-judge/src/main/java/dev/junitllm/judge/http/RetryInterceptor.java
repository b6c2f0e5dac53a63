package dev.junitllm.judge.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what may be over soon, as long as the call's time allows the wait before. Needs a {@link ReplyInterceptor} below:
 * it leaves no reply open.
 */
final class RetryInterceptor implements Interceptor {

    private static final long FIRST_WAIT_MILLIS = 500;

    private final HttpLimits limits;
    private final ServerErrors errors;
    private final RetryPolicy<Attempt> policy;

    RetryInterceptor(HttpLimits limits, ServerErrors errors) {
        this.limits = limits;
        this.errors = errors;
        this.policy = RetryPolicy.<Attempt>builder()
                .handleResultIf(attempt -> attempt.pause() != null)
                .withMaxRetries(limits.retries())
                .withDelayFn(RetryInterceptor::pause)
                .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallProgress progress = CallProgress.of(chain.request(), limits);
        try {
            Attempt last = Failsafe.with(policy).get(() -> attempt(chain, progress));
            if (last.error() != null) {
                throw last.error();
            }
            return last.success();
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
            throw e;
        }
    }

    private Attempt attempt(Chain chain, CallProgress progress) throws IOException {
        int number = progress.beginAttempt();
        try {
            Response response = chain.proceed(chain.request());
            if (response.isSuccessful()) {
                return new Attempt(response, null, null);
            }
            HttpFailure failure = errors.explain(response);
            Duration wait = failure.isPassing() ? failure.askedWait().orElseGet(() -> ownWait(number)) : null;
            return new Attempt(response, null, orNeverWithin(progress, wait));
        } catch (IOException e) {
            Duration wait = Faults.isPassing(e) ? ownWait(number) : null;
            return new Attempt(null, e, orNeverWithin(progress, wait));
        }
    }

    /** Twice as long each time, give or take a quarter so that many threads don't come back at once. */
    Duration ownWait(int attempt) {
        long doubled = FIRST_WAIT_MILLIS << Math.min(attempt - 1, 20);
        long spread = ThreadLocalRandom.current().nextLong(doubled / 2) - doubled / 4;
        return Duration.ofMillis(Math.min(doubled + spread, limits.longestWait().toMillis()));
    }

    private static @Nullable Duration orNeverWithin(CallProgress progress, @Nullable Duration wait) {
        return wait == null || wait.compareTo(progress.left()) > 0 ? null : wait;
    }

    private static Duration pause(ExecutionContext<Attempt> context) {
        Attempt last = context.getLastResult();
        return last == null || last.pause() == null ? Duration.ZERO : last.pause();
    }

    /**
     * How one attempt ended.
     *
     * @param response what came back, or {@code null}
     * @param error why nothing did, or {@code null}
     * @param pause how long to wait before the next attempt, or {@code null} where none makes sense
     */
    private record Attempt(
            @Nullable Response response,
            @Nullable IOException error,
            @Nullable Duration pause) {

        Response success() {
            return Objects.requireNonNull(response);
        }
    }
}
