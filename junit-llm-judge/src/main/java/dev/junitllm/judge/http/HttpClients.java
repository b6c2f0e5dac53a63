package dev.junitllm.judge.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** HTTP clients of our own, where the user brings none. They keep to the JVM's proxy and trust store. */
public final class HttpClients {

    /** As many as are in use at once: OkHttp keeps five, and whoever waits together comes back together. */
    private static final int KEPT_CONNECTIONS = 64;

    private HttpClients() {}

    /**
     * Makes a client that waits for a model as long as it thinks: an attempt is limited as a whole, by {@link HttpLimits},
     * not by the pause between two bytes.
     *
     * @param connect the longest it may take to connect
     * @return the client
     */
    public static OkHttpClient create(Duration connect) {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, 5, TimeUnit.MINUTES))
                .connectTimeout(connect)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /**
     * Lets go of the connections and threads of a client made here.
     *
     * @param client the client
     */
    public static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
