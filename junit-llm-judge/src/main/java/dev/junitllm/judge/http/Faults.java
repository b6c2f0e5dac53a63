package dev.junitllm.judge.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What a call that brought no reply means. */
record Faults(Wording wording, HttpLimits limits) {

    /** Whether another attempt may succeed: not one that took too long already, nor one that trusts nobody. */
    static boolean isPassing(IOException e) {
        boolean tookTooLong = e instanceof InterruptedIOException && !isAboutConnecting(e);
        return !(e instanceof Fault || tookTooLong || e instanceof SSLException)
                && !Thread.currentThread().isInterrupted();
    }

    /** Nothing was sent by then: it is like a connection that is refused. The JDK tells it from others by its words alone. */
    private static boolean isAboutConnecting(IOException e) {
        return e instanceof SocketTimeoutException
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect timed out");
    }

    HttpFailure explain(IOException e, CallProgress progress) {
        if (Thread.currentThread().isInterrupted()) {
            return HttpFailure.lasting("INTERRUPTED", wording.say("was interrupted"));
        }
        if (e instanceof Fault fault) {
            return HttpFailure.lasting(fault.kind(), wording.say(String.valueOf(fault.getMessage())));
        }
        if (e instanceof InterruptedIOException && !isAboutConnecting(e)) {
            return tooLong(e, progress);
        }
        String message = wording.say("failed: " + e);
        return isPassing(e)
                ? HttpFailure.passing("CONNECTION_FAILED", message, Optional.empty())
                : HttpFailure.lasting("CONNECTION_FAILED", message);
    }

    private HttpFailure tooLong(IOException e, CallProgress progress) {
        boolean isCall = progress.left().isNegative() || progress.left().isZero();
        String limit = isCall
                ? "%s may take %s s with %s retries and waits"
                        .formatted(
                                progress.isPart() ? "all calls of a judgement" : "a call",
                                Wording.seconds(limits.call()),
                                progress.isPart() ? "their" : "its")
                : "an attempt may take %s s".formatted(Wording.seconds(limits.attempt()));
        return HttpFailure.lasting("TIMEOUT", wording.say("took too long: " + e, limit));
    }
}
