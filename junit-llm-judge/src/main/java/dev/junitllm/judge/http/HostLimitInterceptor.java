package dev.junitllm.judge.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a call through when its host can take it, and tells the host's gate how it went. What it waits counts for the call, not
 * for the attempt.
 */
final class HostLimitInterceptor implements Interceptor {

    private static final Set<Integer> OVERLOAD = Set.of(429, 503, 529);

    private final int most;
    private final HttpLimits limits;
    private final ServerErrors errors;

    /** Keeps its gates alive: more than one only where an interceptor of the user's calls another host. */
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    private record Host(HostGate gate, Pace pace) {}

    /**
     * The interceptor of an endpoint.
     *
     * @param most how many calls at once at most
     * @param limits how long to wait
     * @param errors what refusals mean
     */
    HostLimitInterceptor(int most, HttpLimits limits, ServerErrors errors) {
        this.most = most;
        this.limits = limits;
        this.errors = errors;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Host host = hosts.computeIfAbsent(
                HostGates.host(chain.request().url()), name -> new Host(HostGates.of(name), new Pace()));
        HostGate gate = host.gate();
        HostGate.Pass pass = enter(gate, CallProgress.of(chain.request(), limits));
        HostGate.Outcome outcome = HostGate.Outcome.UNCLEAR;
        try {
            Response response = chain.proceed(chain.request());
            outcome = outcome(response.code());
            pause(gate, response);
            return response;
        } catch (InterruptedIOException e) {
            outcome = Thread.currentThread().isInterrupted() ? outcome : HostGate.Outcome.REFUSED;
            throw e;
        } finally {
            gate.leave(pass, outcome, host.pace());
        }
    }

    private HostGate.Pass enter(HostGate gate, CallProgress progress) throws IOException {
        try {
            return gate.enter(most, progress.left());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (HostGate.TooLongException e) {
            throw new InterruptedIOException("waited for its turn");
        }
    }

    private static HostGate.Outcome outcome(int status) {
        if (OVERLOAD.contains(status)) {
            return HostGate.Outcome.REFUSED;
        }
        return status < 500 ? HostGate.Outcome.ANSWERED : HostGate.Outcome.UNCLEAR;
    }

    /** What the host says to one call is true for all: it is to be left alone for a while, as long as that is short. */
    private void pause(HostGate gate, Response response) throws IOException {
        Duration asked = Duration.ZERO;
        if (OVERLOAD.contains(response.code())) {
            HttpFailure failure = errors.explain(response);
            asked = failure.isPassing() ? failure.askedWait().orElse(asked) : asked;
        }
        Duration reset =
                RateLimitHeaders.untilMoreAreAllowed(response.headers()).orElse(asked);
        Duration longer = reset.compareTo(asked) > 0 ? reset : asked;
        if (!longer.isZero() && longer.compareTo(limits.longestWait()) <= 0) {
            gate.pause(longer);
        }
    }
}
