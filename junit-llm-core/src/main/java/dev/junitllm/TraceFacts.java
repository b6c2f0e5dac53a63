package dev.junitllm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trace says of an answer in the words a test would use: the attributes that reports and histories read. */
final class TraceFacts {

    private TraceFacts() {}

    /** Model and finish reason are those of the last call of a model, the one that mostly gives the answer. */
    static Map<String, String> attributes(Trace trace) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<TraceSpan> calls = trace.modelCalls();
        if (!calls.isEmpty()) {
            TraceSpan last = calls.get(calls.size() - 1);
            put("model", last.model().orElse(""), facts);
            put("finish_reason", inWords(last.finishReasons()), facts);
        }
        Optional<BigDecimal> cost = trace.cost();
        put("cost", cost.isPresent() ? cost.get().toPlainString() : "", facts);
        return facts;
    }

    /** Several choices mostly end alike. */
    private static String inWords(List<String> reasons) {
        return reasons.size() == 1 ? reasons.get(0) : String.join(" ", new LinkedHashSet<>(reasons));
    }

    private static void put(String name, String value, Map<String, String> facts) {
        if (!value.isBlank()) {
            facts.put(name, value);
        }
    }

    /** By the steps' names; those of the same name together. */
    static Map<String, Duration> latencies(Trace trace) {
        Map<String, Duration> latencies = new LinkedHashMap<>();
        for (TraceSpan span : trace.spans()) {
            if (trace.isOfApplication(span)) {
                Duration others = latencies.getOrDefault(span.name(), Duration.ZERO);
                latencies.put(span.name(), others.plus(span.duration()));
            }
        }
        return latencies;
    }
}
