package dev.junitllm.judge.http;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * How a model's server is called: by which client, with which key, within which limits. Immutable; {@link #create()} and the
 * {@code with…} methods make it.
 */
public final class HttpOptions {

    private static final int CONCURRENCY = 64;

    private final @Nullable OkHttpClient client;
    private final @Nullable KeySource keys;
    private final HttpLimits limits;
    private final int concurrency;
    private final List<Interceptor> interceptors;
    private final Headers headers;

    private HttpOptions(
            @Nullable OkHttpClient client,
            @Nullable KeySource keys,
            HttpLimits limits,
            int concurrency,
            List<Interceptor> interceptors,
            Headers headers) {
        this.client = client;
        this.keys = keys;
        this.limits = limits;
        this.concurrency = concurrency;
        this.interceptors = List.copyOf(interceptors);
        this.headers = headers;
    }

    /**
     * A client of our own, no key, {@link HttpLimits#DEFAULTS}, at most 64 calls at once and fewer where the server takes
     * fewer.
     *
     * @return the options
     */
    public static HttpOptions create() {
        return new HttpOptions(null, null, HttpLimits.DEFAULTS, CONCURRENCY, List.of(), Headers.EMPTY);
    }

    /**
     * Calls by a client of the user's, with its proxy, certificates and interceptors. Redirects are not followed and the
     * limits hold all the same.
     *
     * @param users the client; left open
     * @return the changed copy
     */
    public HttpOptions withClient(OkHttpClient users) {
        return new HttpOptions(users, keys, limits, concurrency, interceptors, headers);
    }

    /**
     * Calls by a client of our own with changes of the user's, such as a proxy.
     *
     * @param changes what to change
     * @return the changed copy
     */
    public HttpOptions withClient(UnaryOperator<OkHttpClient.Builder> changes) {
        return withClient(
                changes.apply(HttpClients.create(limits.connect()).newBuilder()).build());
    }

    /**
     * Sends a key. Without one none is sent, whatever the environment holds.
     *
     * @param key sent to this server only
     * @return the changed copy
     */
    public HttpOptions withKey(ApiKey key) {
        return withKeys(KeySource.of(key));
    }

    /**
     * Sends a token that somebody renews, such as one of Entra ID or OAuth.
     *
     * @param token asked before every attempt; sent to this server only
     * @return the changed copy
     */
    public HttpOptions withToken(Callable<String> token) {
        return withKeys(KeySource.ofTokens(token));
    }

    /**
     * Sends keys.
     *
     * @param source asked before every attempt; its keys are sent to this server only
     * @return the changed copy
     */
    public HttpOptions withKeys(KeySource source) {
        return new HttpOptions(client, source, limits, concurrency, interceptors, headers);
    }

    /**
     * Keeps to other limits.
     *
     * @param other the limits
     * @return the changed copy
     */
    public HttpOptions withLimits(HttpLimits other) {
        return new HttpOptions(client, keys, other, concurrency, interceptors, headers);
    }

    /**
     * Calls the host at most so often at once, together with everybody else in this process who calls it: one limit holds for
     * scheme, host and port. Where others allow another number, the smaller one holds as long as a call of those who want it
     * waits or is under way.
     *
     * @param most at least 1
     * @return the changed copy
     */
    public HttpOptions withConcurrency(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("concurrency = %s: 1 is the least".formatted(most));
        }
        return new HttpOptions(client, keys, limits, most, interceptors, headers);
    }

    /**
     * Puts an interceptor before retries and limits, after those of the user's client and those added before: the place for
     * recording and tracing. It sees a call once, however often that is tried, with the whole reply in memory.
     *
     * @param interceptor sees requests without the key
     * @return the changed copy
     */
    public HttpOptions withInterceptor(Interceptor interceptor) {
        List<Interceptor> all =
                Stream.concat(interceptors.stream(), Stream.of(interceptor)).toList();
        return new HttpOptions(client, keys, limits, concurrency, all, headers);
    }

    /**
     * Sends a further header that is no secret.
     *
     * @param name its name
     * @param value its value
     * @return the changed copy
     */
    public HttpOptions withHeader(String name, String value) {
        Headers more = headers.newBuilder().set(name, value).build();
        return new HttpOptions(client, keys, limits, concurrency, interceptors, more);
    }

    /**
     * Whether what is sent is a token rather than a key.
     *
     * @return true after {@link #withToken}
     */
    public boolean sendsTokens() {
        return keys != null && keys.isToken();
    }

    @Nullable
    OkHttpClient client() {
        return client;
    }

    @Nullable
    KeySource keys() {
        return keys;
    }

    HttpLimits limits() {
        return limits;
    }

    int concurrency() {
        return concurrency;
    }

    List<Interceptor> interceptors() {
        return interceptors;
    }

    Headers headers() {
        return headers;
    }
}
