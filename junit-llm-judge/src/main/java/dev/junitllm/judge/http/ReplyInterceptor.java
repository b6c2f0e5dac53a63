package dev.junitllm.judge.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Reads the whole reply, as far as that is allowed: what breaks off is part of the attempt and can be tried again, and whoever
 * stands before this one can look at the reply as often as it likes.
 *
 * @param limits how much may come back
 */
record ReplyInterceptor(HttpLimits limits) implements Interceptor {

    private static final long LARGEST_ERROR = 64 << 10;

    @Override
    public Response intercept(Chain chain) throws IOException {
        try (Response response = chain.proceed(chain.request())) {
            byte[] body = response.isSuccessful() ? read(response) : readSome(response);
            return response.newBuilder()
                    .body(ResponseBody.create(body, response.body().contentType()))
                    .build();
        }
    }

    private byte[] read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(limits.largestReply() + 1)) {
            throw new Fault(
                    "REPLY_TOO_LARGE",
                    "answered more than the %s bytes that are read at most".formatted(limits.largestReply()));
        }
        return source.readByteArray();
    }

    private static byte[] readSome(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(LARGEST_ERROR);
        return source.getBuffer()
                .readByteArray(Math.min(LARGEST_ERROR, source.getBuffer().size()));
    }
}
