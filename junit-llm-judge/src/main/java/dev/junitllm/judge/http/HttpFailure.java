package dev.junitllm.judge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that brought no answer. Its message holds no key. */
public final class HttpFailure extends ScoringException {

    private static final long serialVersionUID = 1L;

    /** Whether another attempt may succeed. */
    private final boolean passing;

    private final transient @Nullable Duration wait;
    /** What the server answered, or 0. */
    private final int status;

    private final transient JsonNode body;

    private HttpFailure(
            String kind, String message, boolean passing, @Nullable Duration wait, int status, JsonNode body) {
        super(kind, message);
        this.passing = passing;
        this.wait = wait;
        this.status = status;
        this.body = body;
    }

    /** What will be no better the next time. */
    static HttpFailure lasting(String kind, String message) {
        return new HttpFailure(kind, message, false, null, 0, MissingNode.getInstance());
    }

    /** What may be over soon. */
    static HttpFailure passing(String kind, String message, Optional<Duration> wait) {
        return new HttpFailure(kind, message, true, wait.orElse(null), 0, MissingNode.getInstance());
    }

    /** The same, knowing what the server answered. */
    HttpFailure answered(int code, JsonNode json) {
        return new HttpFailure(kind(), String.valueOf(getMessage()), passing, wait, code, json);
    }

    /** The same, saying how often it was tried where that was more than once. */
    HttpFailure after(int attempts) {
        String tried = attempts <= 1 ? "" : "; tried " + attempts + " times";
        return new HttpFailure(kind(), getMessage() + tried, passing, wait, status, body);
    }

    /** Whether another attempt may succeed. */
    boolean isPassing() {
        return passing;
    }

    /** How long the server asks to wait before it. */
    Optional<Duration> askedWait() {
        return Optional.ofNullable(wait);
    }

    /**
     * The status the server answered.
     *
     * @return the status, or 0 where it answered none
     */
    public int status() {
        return status;
    }

    /**
     * What the server answered. May hold anything: never to be shown as it is.
     *
     * @return the body where it is JSON, else a missing node
     */
    public JsonNode body() {
        return body == null ? MissingNode.getInstance() : body;
    }
}
