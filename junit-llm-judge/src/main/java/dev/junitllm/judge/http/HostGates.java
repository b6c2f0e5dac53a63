package dev.junitllm.judge.http;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * The gate of each host. A server counts the calls of a whole process, whichever engine run, judge, plain test or embedding
 * model makes them; so does the gate. Safe for use by several threads.
 */
final class HostGates {

    /**
     * Deliberately one for the whole process, unlike anything else here: a run's own gates would let two runs, or a run and a
     * plain test, call a host twice as often as it takes. It holds no host alive: a gate lives as long as an endpoint that has
     * used it, and what it has learnt goes with it. Where several class loaders load this class, each has its own.
     */
    private static final HashMap<String, WeakReference<HostGate>> OF_PROCESS = new HashMap<>();

    private HostGates() {}

    /** The host of an address: one that listens at another port is another server, which takes what it takes. */
    static String host(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    /** The gate of a host: the same one for as long as anybody holds it. */
    static HostGate of(String host) {
        synchronized (OF_PROCESS) {
            OF_PROCESS.values().removeIf(gate -> gate.refersTo(null));
            WeakReference<HostGate> known = OF_PROCESS.get(host);
            HostGate gate = known == null ? null : known.get();
            if (gate == null) {
                gate = new HostGate();
                OF_PROCESS.put(host, new WeakReference<>(gate));
            }
            return gate;
        }
    }

    /** For tests: the hosts whose gates may still be in use. */
    static Set<String> known() {
        synchronized (OF_PROCESS) {
            return Set.copyOf(OF_PROCESS.keySet());
        }
    }
}
