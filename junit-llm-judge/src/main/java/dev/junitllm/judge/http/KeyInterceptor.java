package dev.junitllm.judge.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the key on the last stretch to the network, where no logging of the user's client sees it, and to requests of the
 * endpoint's own host alone.
 *
 * @param endpoint whom the key is for
 * @param header what carries it
 * @param keys who gives it
 */
record KeyInterceptor(HttpUrl endpoint, KeyHeader header, Keys keys) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!isForEndpoint(request.url())) {
            return chain.proceed(request);
        }
        ApiKey key = keys.next();
        return chain.proceed(
                key == null
                        ? request
                        : request.newBuilder()
                                .header(header.name(), header.prefix() + key.value())
                                .build());
    }

    private boolean isForEndpoint(HttpUrl url) {
        return url.scheme().equals(endpoint.scheme())
                && url.host().equals(endpoint.host())
                && url.port() == endpoint.port();
    }
}
