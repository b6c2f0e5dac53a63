package dev.junitllm.trace.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A backend on loopback that decodes what it is sent by the protocol's own classes. */
public final class OtlpReceiver implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();

    /** Gives every request the same answer. */
    public OtlpReceiver(MockResponse answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer;
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers nothing before it is told to. */
    static OtlpReceiver acceptingAfter(CountDownLatch signal) {
        OtlpReceiver receiver = accepting();
        receiver.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                signal.await();
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "application/x-protobuf")
                        .build();
            }
        });
        return receiver;
    }

    public static OtlpReceiver accepting() {
        return new OtlpReceiver(new MockResponse.Builder()
                .setHeader("Content-Type", "application/x-protobuf")
                .build());
    }

    public String address() {
        return "http://localhost:" + server.getPort();
    }

    public int requests() {
        return server.getRequestCount();
    }

    public RecordedRequest next() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request came");
            }
            return request;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ExportTraceServiceRequest decoded(RecordedRequest request) {
        byte[] bytes = request.getBody().toByteArray();
        try (InputStream in = "gzip".equals(request.getHeaders().get("Content-Encoding"))
                ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new ByteArrayInputStream(bytes)) {
            return ExportTraceServiceRequest.parseFrom(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All spans of a request, in its order. */
    public static List<Span> spans(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    public static Map<String, Object> values(List<KeyValue> attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach(each -> values.put(each.getKey(), value(each.getValue())));
        return values;
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpReceiver::value)
                        .toList();
            default -> throw new AssertionError(value);
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
