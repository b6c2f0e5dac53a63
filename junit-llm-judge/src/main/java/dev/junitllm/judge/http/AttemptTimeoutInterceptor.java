package dev.junitllm.judge.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.AsyncTimeout;

/**
 * Ends the call when one attempt takes too long, from connecting to the last byte: OkHttp's own limits are for the whole call,
 * or for the pause between two bytes.
 *
 * @param limits how long an attempt may take
 */
record AttemptTimeoutInterceptor(HttpLimits limits) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        AsyncTimeout timeout = new Cancelling(chain.call());
        timeout.timeout(limits.attempt().toNanos(), TimeUnit.NANOSECONDS);
        timeout.enter();
        boolean over = false;
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            over = timeout.exit();
            if (over) {
                throw tooLong(e);
            }
            throw e;
        } finally {
            if (!over) {
                timeout.exit();
            }
        }
    }

    private IOException tooLong(IOException e) {
        InterruptedIOException explained = new InterruptedIOException("timeout");
        explained.initCause(e);
        return explained;
    }

    private static final class Cancelling extends AsyncTimeout {

        private final Call call;

        Cancelling(Call call) {
            this.call = call;
        }

        @Override
        protected void timedOut() {
            call.cancel();
        }
    }
}
