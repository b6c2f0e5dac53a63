package dev.junitllm.trace.otlp;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One request at a time, by OpenTelemetry's exporter. To be used by one thread. */
final class OtlpExport {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 1_000;

    private final URI endpoint;
    private final OtlpHttpSpanExporter exporter;
    private boolean reached;

    private OtlpExport(URI endpoint, OtlpHttpSpanExporter exporter) {
        this.endpoint = endpoint;
        this.exporter = exporter;
    }

    static OtlpExport to(OtlpTarget target) {
        OtlpHttpSpanExporterBuilder builder = OtlpHttpSpanExporter.builder()
                .setEndpoint(target.endpoint().toString())
                .setCompression("gzip")
                .setTimeout(TIMEOUT);
        target.headers().forEach(builder::addHeader);
        return new OtlpExport(target.endpoint(), builder.build());
    }

    /**
     * Sends.
     *
     * @return what went wrong; empty where the backend took them
     */
    Optional<String> send(List<SpanData> spans) {
        Optional<String> unreachable = reached ? Optional.empty() : unreachable();
        if (unreachable.isPresent()) {
            return unreachable;
        }
        reached = true;
        CompletableResultCode result = exporter.export(spans).join(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (result.isSuccess()) {
            return Optional.empty();
        }
        return Optional.of(
                result.isDone() ? "it was refused" + why(result) : "no answer within " + TIMEOUT.toSeconds() + " s");
    }

    /** The exporter tries for long and complains at length where nobody listens at all. */
    private Optional<String> unreachable() {
        int port = endpoint.getPort() > 0
                ? endpoint.getPort()
                : endpoint.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        if (isBehindAProxy()) {
            return Optional.empty();
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), port), CONNECT_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("it can't be reached (" + e.getClass().getSimpleName() + ")");
        }
    }

    private boolean isBehindAProxy() {
        ProxySelector proxies = ProxySelector.getDefault();
        return proxies != null
                && proxies.select(endpoint).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private static String why(CompletableResultCode result) {
        try {
            Throwable thrown = result.getFailureThrowable();
            return thrown == null ? "" : " (" + thrown.getMessage() + ")";
        } catch (NoSuchMethodError e) {
            return ""; // before 1.42
        }
    }

    void close() {
        exporter.shutdown();
    }
}
