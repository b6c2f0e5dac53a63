package dev.junitllm.judge.http;

import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt that failed, and whether another makes sense. */
final class HttpFailure extends ScoringException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final transient @Nullable Duration wait;

    private HttpFailure(String kind, String message, boolean passing, @Nullable Duration wait) {
        super(kind, message);
        this.passing = passing;
        this.wait = wait;
    }

    /** What will be no better the next time. */
    static HttpFailure lasting(String kind, String message) {
        return new HttpFailure(kind, message, false, null);
    }

    /** What may be over soon. */
    static HttpFailure passing(String kind, String message, Optional<Duration> wait) {
        return new HttpFailure(kind, message, true, wait.orElse(null));
    }

    /** Whether another attempt may succeed. */
    boolean isPassing() {
        return passing;
    }

    /** How long the server asks to wait before it. */
    Optional<Duration> askedWait() {
        return Optional.ofNullable(wait);
    }
}
