package dev.junitllm.judge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One address that takes JSON and answers JSON. Safe for use by several threads.
 *
 * <p>What may be over soon is tried again: failed connections and the statuses 408, 409, 425, 429 and 5xx, after the time the
 * server asks for, else after half a second, one, two and so on. What won't is not: other statuses, used-up quotas
 * ({@code insufficient_quota}), servers that ask to wait longer than the limit, and attempts that took too long already.
 * Attempts are calls of their own, so that each has its own time limit and a reply that breaks off is tried again too.
 *
 * <p>Redirects are not followed. The key goes into a header of requests to this address and into nothing else: messages hold
 * neither it nor anything that looks like one.
 */
public final class JsonEndpoint {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long FIRST_WAIT_MILLIS = 500;

    private final HttpUrl url;
    private final HttpLimits limits;
    private final Wording wording;
    private final Exchange exchange;
    private final RetryPolicy<JsonNode> retries;

    /**
     * An address to call.
     *
     * @param client who calls; everything of its own applies, but for redirects and the time limit of a call
     * @param url the address
     * @param key what to send as {@code Authorization: Bearer …}, or {@code null}
     * @param limits what a call may take
     */
    public JsonEndpoint(OkHttpClient client, HttpUrl url, @Nullable ApiKey key, HttpLimits limits) {
        OkHttpClient.Builder builder = client.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(limits.timeout());
        if (key != null) {
            builder.addNetworkInterceptor(new KeyInterceptor(url, key));
        }
        this.url = url;
        this.limits = limits;
        this.wording = new Wording(url, key);
        this.exchange = new Exchange(builder.build(), limits, wording);
        this.retries = RetryPolicy.<JsonNode>builder()
                .handleIf(thrown -> thrown instanceof HttpFailure failure && failure.isPassing())
                .withMaxRetries(limits.retries())
                .withDelayFn(this::wait)
                .build();
    }

    /**
     * Calls.
     *
     * @param body what to send; half a surrogate pair in it is sent as a question mark
     * @return what came back
     * @throws ScoringException of kind {@code UNAUTHORIZED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED},
     *     {@code NOT_FOUND}, {@code REQUEST_REFUSED}, {@code REDIRECTED}, {@code SERVER_ERROR}, {@code CONNECTION_FAILED},
     *     {@code TIMEOUT}, {@code BAD_REPLY}, {@code REPLY_TOO_LARGE} or {@code INTERRUPTED}
     */
    public JsonNode post(JsonNode body) throws ScoringException {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("User-Agent", "junit-llm")
                .post(RequestBody.create(body.toString().getBytes(UTF_8), JSON))
                .build();
        AtomicInteger attempts = new AtomicInteger();
        try {
            return Failsafe.with(retries).get(() -> {
                attempts.incrementAndGet();
                return exchange.attempt(request);
            });
        } catch (FailsafeException e) {
            throw explain(e, attempts.get());
        }
    }

    /**
     * A reply that is JSON, but not what was asked for.
     *
     * @param what what is wrong with it; may hold the server's words
     * @return an error of kind {@code BAD_REPLY} that says where it happened
     */
    public ScoringException badReply(String what) {
        return HttpFailure.lasting("BAD_REPLY", wording.say(what));
    }

    private ScoringException explain(FailsafeException e, int attempts) {
        if (e.getCause() instanceof HttpFailure failure) {
            String tried = attempts == 1 ? "" : "; tried " + attempts + " times";
            return new ScoringException(failure.kind(), failure.getMessage() + tried);
        }
        if (e.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return exchange.interrupted();
        }
        throw e;
    }

    /** As asked for, else twice as long each time, give or take a quarter so that many threads don't come back at once. */
    private Duration wait(ExecutionContext<JsonNode> context) {
        long doubled = FIRST_WAIT_MILLIS << Math.min(context.getAttemptCount() - 1, 20);
        long spread = ThreadLocalRandom.current().nextLong(doubled / 2) - doubled / 4;
        Duration own = Duration.ofMillis(
                Math.min(doubled + spread, limits.longestWait().toMillis()));
        return context.getLastException() instanceof HttpFailure failure
                ? failure.askedWait().orElse(own)
                : own;
    }
}
