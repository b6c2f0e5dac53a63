package dev.junitllm.trace.otlp;

import java.net.URI;
import java.util.Map;

/**
 * Where traces go.
 *
 * @param endpoint with the path of traces
 * @param headers secrets
 * @param content whether what was said goes there, too
 */
record OtlpTarget(URI endpoint, Map<String, String> headers, boolean content) {

    OtlpTarget {
        headers = Map.copyOf(headers);
    }

    /** The server, without what may be a secret. */
    String shown() {
        return endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
    }

    /** Headers hold keys. */
    @Override
    public String toString() {
        return shown();
    }
}
