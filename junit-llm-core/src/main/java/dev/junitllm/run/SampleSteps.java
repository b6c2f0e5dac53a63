package dev.junitllm.run;

import dev.junitllm.Document;
import dev.junitllm.SpanKind;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.Redactor;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a sample's trace: what is compared from run to run, without what was said. Immutable.
 *
 * @param calls how many steps of each kind there were, of kinds other than {@link SpanKind#OTHER} and {@link
 *     SpanKind#EVALUATION}; a model's call inside another is the same one
 * @param failed how many steps failed
 * @param tokens what the models took, or {@code null} where it isn't known
 * @param cost what they cost, or {@code null} where it isn't known
 * @param tools the tools in the order they were called, the first {@value #MOST} of them
 * @param documents the documents that were retrieved, in order, the first {@value #MOST} of them; {@code null} where a search
 *     doesn't say
 * @param millis how long one step of a kind took on average, in milliseconds; empty for an answer from a recording
 */
public record SampleSteps(
        Map<SpanKind, Integer> calls,
        int failed,
        @Nullable Long tokens,
        @Nullable BigDecimal cost,
        List<String> tools,
        @Nullable List<String> documents,
        Map<SpanKind, Double> millis) {

    /** More than tells one run from another. */
    static final int MOST = 100;

    private static final int LONGEST_NAME = 120;

    /**
     * A pattern.
     *
     * @param calls how many steps of each kind there were
     * @param failed how many steps failed
     * @param tokens what the models took, or {@code null}
     * @param cost what they cost, or {@code null}
     * @param tools the tools in the order they were called
     * @param documents the documents that were retrieved, or {@code null}
     * @param millis how long one step of a kind took on average
     */
    public SampleSteps {
        calls = Collections.unmodifiableMap(calls.isEmpty() ? Map.of() : new EnumMap<>(calls));
        tools = List.copyOf(tools);
        documents = documents == null ? null : List.copyOf(documents);
        millis = Collections.unmodifiableMap(millis.isEmpty() ? Map.of() : new EnumMap<>(millis));
    }

    /**
     * The pattern of a trace.
     *
     * @param trace the trace, redacted
     * @return its pattern, without any step where the application took none; {@code null} where there is no trace
     */
    public static @Nullable SampleSteps of(Trace trace) {
        if (trace.spans().isEmpty()) {
            return null;
        }
        Map<SpanKind, Integer> calls = new EnumMap<>(SpanKind.class);
        Map<SpanKind, Double> millis = new EnumMap<>(SpanKind.class);
        for (SpanKind kind : SpanKind.values()) {
            List<TraceSpan> steps = kind == SpanKind.LLM ? trace.modelCalls() : trace.ofKind(kind);
            if (kind != SpanKind.OTHER && kind != SpanKind.EVALUATION && !steps.isEmpty()) {
                calls.put(kind, steps.size());
                millis.put(
                        kind,
                        steps.stream()
                                .mapToDouble(step -> step.duration().toNanos() / 1e6)
                                .average()
                                .orElseThrow());
            }
        }
        OptionalLong tokens = trace.usage().totalTokens();
        return new SampleSteps(
                calls,
                (int) trace.application().filter(TraceSpan::failed).count(),
                tokens.isPresent() ? tokens.getAsLong() : null,
                trace.cost().orElse(null),
                shortened(trace.toolCalls().stream().map(ToolCall::name).toList()),
                documents(trace),
                millis);
    }

    /** Where nothing was searched nothing was found; where a search doesn't say, it isn't known. */
    private static @Nullable List<String> documents(Trace trace) {
        if (trace.ofKind(SpanKind.RETRIEVAL).isEmpty()) {
            return List.of();
        }
        return trace.retrieved()
                .map(found ->
                        shortened(found.stream().map(Document::id).distinct().toList()))
                .orElse(null);
    }

    private static List<String> shortened(List<String> names) {
        return names.stream()
                .limit(MOST)
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .toList();
    }

    /**
     * Whether the application took no step.
     *
     * @return true where none is of a kind that counts
     */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    SampleSteps withoutTime() {
        return new SampleSteps(calls, failed, tokens, cost, tools, documents, Map.of());
    }

    SampleSteps redacted(Redactor redactor) {
        return new SampleSteps(
                calls,
                failed,
                tokens,
                cost,
                redacted(redactor, tools),
                documents == null ? null : redacted(redactor, documents),
                millis);
    }

    private static List<String> redacted(Redactor redactor, List<String> names) {
        return names.stream().map(redactor::redact).toList();
    }
}
