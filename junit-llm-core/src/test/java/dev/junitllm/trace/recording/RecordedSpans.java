package dev.junitllm.trace.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An SDK that keeps what has ended, in that order. */
public final class RecordedSpans implements SpanProcessor {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final Tracer tracer =
            SdkTracerProvider.builder().addSpanProcessor(this).build().get("test");

    public Tracer tracer() {
        return tracer;
    }

    public List<SpanData> all() {
        return spans;
    }

    public SpanData only() {
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    /** By the name of the span. */
    public SpanData named(String name) {
        List<SpanData> named =
                spans.stream().filter(span -> span.getName().equals(name)).toList();
        assertThat(named)
                .as("%s of %s", name, spans.stream().map(SpanData::getName).toList())
                .hasSize(1);
        return named.get(0);
    }

    /** By the name of the span, which may still go on: a stream ends after its last piece has been read. */
    public synchronized SpanData awaited(String name) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (spans.stream().noneMatch(span -> span.getName().equals(name)) && System.nanoTime() < deadline) {
            wait(100);
        }
        return named(name);
    }

    /** What a span says, by names alone. */
    public static Map<String, Object> says(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
    }

    public static String text(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public synchronized void onEnd(ReadableSpan span) {
        spans.add(span.toSpanData());
        notifyAll();
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
