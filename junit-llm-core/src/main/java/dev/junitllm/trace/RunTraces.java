package dev.junitllm.trace;

import dev.junitllm.Configuration;
import dev.junitllm.Printable;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.cost.PriceTable;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The traces of one run: begins them, makes them safe to keep, and counts what belongs to none. Thread-safe. */
public final class RunTraces implements AutoCloseable {

    private static final int NAMES_COUNTED = 20;
    private static final int MOST_REMARKS = 5;
    private static final int NAME_LENGTH = 80;
    private static final String OTHERS = "others";

    private final TraceSettings settings;
    private final Capture capture;
    private final SpanCosts costs;
    private final Spans spanReading = new Spans();
    private final ProcessTracing process = Traces.process();
    private final List<TraceSink> sinks;
    private final List<String> sinkRemarks = new CopyOnWriteArrayList<>();
    private final Set<OpenTrace> late = ConcurrentHashMap.newKeySet();
    private final @Nullable LogLines lines;
    private final BlindSpots blindSpots = new BlindSpots();
    private final Map<String, Long> outside = new TreeMap<>();
    private long traces;
    private long spans;
    private long dropped;

    /**
     * The traces of a run that begins now.
     *
     * @param configuration the settings of the run
     * @param capture decides what is kept
     */
    public RunTraces(Configuration configuration, Capture capture) {
        this.settings = TraceSettings.of(configuration);
        this.capture = capture;
        this.sinks = settings.on() ? sinks(configuration) : List.of();
        this.costs = new SpanCosts(settings.on() ? PriceTable.of(configuration) : PriceTable.EMPTY);
        if (settings.on()) {
            process.router().add(this);
        }
        this.lines = settings.on() ? new LogLines(this, process.router()) : null;
    }

    private static List<TraceSink> sinks(Configuration configuration) {
        return ServiceLoader.load(TraceSinkProvider.class).stream()
                .map(provider -> provider.get().create(configuration))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A test method or golden set begins: from now on an application that uses OpenTelemetry's global finds our SDK there,
     * unless it has registered one of its own or the settings are against it.
     */
    public void testsBegin() {
        if (settings.on() && settings.global() != TraceSettings.Global.NEVER) {
            blindSpots.found(process.global().acquire());
        }
    }

    /** A test method or golden set has ended: once none is left, the global is as it was. */
    public void testsEnd() {
        if (settings.on() && settings.global() != TraceSettings.Global.NEVER) {
            process.global().release();
        }
    }

    /**
     * Begins the trace of an invocation.
     *
     * @param name what the invocation is called
     * @param attributes texts, longs, or lists of texts, by name
     * @return the trace, or empty where tracing is off
     */
    public Optional<OpenTrace> begin(String name, Map<String, Object> attributes) {
        if (!settings.on()) {
            return Optional.empty();
        }
        SpanBuilder builder = Traces.tracer().spanBuilder(name).setNoParent().setSpanKind(SpanKind.INTERNAL);
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            RootAttributes.put(builder, attribute.getKey(), attribute.getValue());
        }
        for (Map.Entry<String, String> attribute : settings.attributes().entrySet()) {
            builder.setAttribute(TraceNames.ATTRIBUTE + attribute.getKey(), attribute.getValue());
        }
        Span root = builder.startSpan();
        OpenTrace trace = new OpenTrace(root, process.router(), this, settings.mostSpans());
        process.router().add(trace);
        if (lines != null) {
            lines.traceBegins();
        }
        return Optional.of(trace);
    }

    /**
     * Makes a trace fit to be kept, shown and sent. The only place where that is done.
     *
     * @param trace as it was recorded
     * @return without secrets
     */
    public Trace safe(Trace trace) {
        return capture.keep(trace);
    }

    /**
     * A trace has ended: it goes wherever the settings send it.
     *
     * @param trace as {@link #safe} has made it
     */
    public void ended(Trace trace) {
        for (TraceSink sink : sinks) {
            try {
                sink.ended(trace);
            } catch (RuntimeException e) {
                if (sinkRemarks.size() < MOST_REMARKS) { // what fails for one trace mostly fails for each
                    sinkRemarks.add("a trace was not taken by %s: %s"
                            .formatted(sink.getClass().getName(), e));
                }
            }
        }
    }

    /**
     * What has been counted so far.
     *
     * @return the counts, without secrets
     */
    public synchronized TraceTotals totals() {
        List<String> remarks = Stream.concat(blindSpots.remarks().stream(), sinkRemarks.stream())
                .map(capture.redactor()::redact)
                .toList();
        return new TraceTotals(settings.on(), traces, spans, dropped, outside, remarks);
    }

    /** Ends the run: what its tests have left open is forgotten, and what has not been sent yet is sent. */
    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
        sinks.forEach(sink -> sinkRemarks.addAll(sink.close()));
        process.router().remove(this);
        late.forEach(OpenTrace::abandon);
        late.clear();
    }

    Spans spans() {
        return spanReading;
    }

    TraceSpan priced(TraceSpan span) {
        return costs.priced(span);
    }

    void outside(String name) {
        String shown = Printable.line(capture.redactor().redact(name), NAME_LENGTH);
        synchronized (this) {
            boolean isNamed = outside.containsKey(shown) || outside.size() < NAMES_COUNTED;
            outside.merge(isNamed ? shown : OTHERS, 1L, Long::sum);
        }
    }

    void kept(int number, long lost) {
        synchronized (this) {
            traces++;
            spans += number;
            dropped += lost;
        }
        if (lines != null) {
            lines.traceEnded();
        }
    }

    void late(OpenTrace trace) {
        late.add(trace);
    }

    void settled(OpenTrace trace) {
        late.remove(trace);
    }

    void hasSpansOfTheApplication() {
        blindSpots.none();
    }
}
