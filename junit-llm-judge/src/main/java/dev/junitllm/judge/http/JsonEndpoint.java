package dev.junitllm.judge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * One address that takes JSON and answers JSON. Safe for use by several threads.
 *
 * <p>What may be over soon is tried again: failed connections (those that take too long to connect, too) and the statuses 408,
 * 409, 425, 429 and 5xx, after the time the server asks for ({@code Retry-After}, {@code retry-after-ms}, Gemini's {@code
 * retryDelay}), else after half a second, one, two and so on. What won't is not: other statuses, used-up quotas and spend
 * limits, servers that ask to wait longer than the limit, and attempts that took too long already.
 *
 * <p>A call is a chain of interceptors: those of the user's client, those of the options (recording, tracing), retries, the
 * limit of the host, the time limit of the attempt, the reading of the reply and, on the last stretch, the key.
 *
 * <p>Redirects are not followed. The key goes into a header of requests to this address and into nothing else: messages hold
 * neither it nor anything that looks like one.
 */
public final class JsonEndpoint implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl url;
    private final HttpOptions options;
    private final Wording wording;
    private final ServerErrors errors;
    private final OkHttpClient client;
    private final boolean ownsClient;

    /**
     * An address to call, with the key as {@code Authorization: Bearer …}.
     *
     * @param url the address
     * @param options how to call it
     */
    public JsonEndpoint(HttpUrl url, HttpOptions options) {
        this(url, options, KeyHeader.BEARER);
    }

    /**
     * An address to call.
     *
     * @param url the address
     * @param options how to call it
     * @param header what carries the key
     */
    public JsonEndpoint(HttpUrl url, HttpOptions options, KeyHeader header) {
        Keys keys = new Keys(options.keys());
        HttpLimits limits = options.limits();
        OkHttpClient users = options.client();
        this.url = url;
        this.options = options;
        this.wording = new Wording(url, keys);
        this.errors = new ServerErrors(wording, limits);
        this.ownsClient = users == null;
        OkHttpClient.Builder builder = (users == null ? HttpClients.create(limits.connect()) : users).newBuilder();
        builder.followRedirects(false).followSslRedirects(false);
        options.interceptors().forEach(builder::addInterceptor);
        builder.addInterceptor(new RetryInterceptor(limits, errors))
                .addInterceptor(new HostLimitInterceptor(options.concurrency(), limits, errors))
                .addInterceptor(new AttemptTimeoutInterceptor(limits))
                .addInterceptor(new ReplyInterceptor(limits))
                .addNetworkInterceptor(new KeyInterceptor(url, header, keys));
        this.client = builder.build();
    }

    /**
     * Calls.
     *
     * @param body what to send; half a surrogate pair in it is sent as a question mark
     * @return what came back
     * @throws HttpFailure of kind {@code UNAUTHORIZED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}, {@code NOT_FOUND},
     *     {@code REQUEST_REFUSED}, {@code REDIRECTED}, {@code SERVER_ERROR}, {@code CONNECTION_FAILED}, {@code TIMEOUT},
     *     {@code BAD_REPLY}, {@code REPLY_TOO_LARGE} or {@code INTERRUPTED}
     */
    public JsonNode post(JsonNode body) throws HttpFailure {
        return post(body, 0);
    }

    /**
     * Calls, as one of several calls that may take so long together as the limits allow a call.
     *
     * @param body what to send; half a surrogate pair in it is sent as a question mark
     * @param since when the first of these calls began, by {@link System#nanoTime()}; 0 for a call of its own
     * @return what came back
     * @throws HttpFailure as of {@link #post(JsonNode)}
     */
    public JsonNode post(JsonNode body, long since) throws HttpFailure {
        CallProgress progress = new CallProgress(options.limits().call(), since);
        Request request = new Request.Builder()
                .url(url)
                .headers(options.headers())
                .header("Accept", "application/json")
                .header("User-Agent", "junit-llm")
                .tag(CallProgress.class, progress)
                .post(RequestBody.create(bytes(body), JSON))
                .build();
        try (Response response = call(request, progress).execute()) {
            if (response.isSuccessful()) {
                return parse(response.body().bytes());
            }
            throw errors.explain(response).after(progress.attempts());
        } catch (IOException e) {
            throw new Faults(wording, options.limits()).explain(e, progress).after(progress.attempts());
        }
    }

    /**
     * A reply that is JSON, but not what was asked for.
     *
     * @param what what is wrong with it; may hold the server's words
     * @return an error of kind {@code BAD_REPLY} that says where it happened
     */
    public HttpFailure badReply(String what) {
        return HttpFailure.lasting("BAD_REPLY", wording.say(what));
    }

    /**
     * Makes text of the server's fit to be shown.
     *
     * @param text any text
     * @return the text on one line, cut where it is long, without keys
     */
    public String show(String text) {
        return wording.show(text);
    }

    private Call call(Request request, CallProgress progress) throws InterruptedIOException {
        long left = progress.left().toNanos();
        if (left <= 0) {
            throw new InterruptedIOException("no time is left");
        }
        Call call = client.newCall(request);
        call.timeout().timeout(left, TimeUnit.NANOSECONDS);
        return call;
    }

    /** Lets go of connections, unless the client is the user's. */
    @Override
    public void close() {
        if (ownsClient) {
            HttpClients.close(client);
        }
    }

    /** Jackson writes half a surrogate pair as an escape, which some servers refuse: where one may be, an encoder writes it. */
    private static byte[] bytes(JsonNode body) {
        try {
            byte[] bytes = ServerErrors.MAPPER.writeValueAsBytes(body);
            return mayHoldEscapedSurrogate(bytes) ? body.toString().getBytes(UTF_8) : bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what is to be sent is no JSON", e);
        }
    }

    private static boolean mayHoldEscapedSurrogate(byte[] json) {
        for (int i = 0; i < json.length - 2; i++) {
            if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd') {
                return true;
            }
        }
        return false;
    }

    private JsonNode parse(byte[] body) throws HttpFailure {
        try {
            JsonNode json = ServerErrors.MAPPER.readTree(body);
            if (json == null || json.isMissingNode()) {
                throw badReply("answered nothing");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw badReply("answered no JSON: " + new String(body, UTF_8).strip());
        } catch (IOException e) {
            throw badReply("answered what can't be read: " + e);
        }
    }
}
