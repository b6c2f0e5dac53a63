package dev.junitllm.judge.http;

import dev.junitllm.RunScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * How many calls at once each host takes, found out as calls are made. Endpoints that share this share the limits: a run has
 * one, whatever tests and judges it has. Safe for use by several threads.
 */
public final class HostLimits implements AutoCloseable {

    private final Map<String, HostGate> gates = new ConcurrentHashMap<>();

    /** Knows of no host yet. */
    public HostLimits() {}

    /**
     * The limits of a run.
     *
     * @param scope the run
     * @return the same at every call
     */
    public static HostLimits of(RunScope scope) {
        return scope.shared(HostLimits.class, HostLimits::new);
    }

    HostGate of(HttpUrl url) {
        return gates.computeIfAbsent(url.host() + ":" + url.port(), host -> new HostGate());
    }

    /** Holds nothing that has to be let go of. */
    @Override
    public void close() {
        gates.clear();
    }
}
