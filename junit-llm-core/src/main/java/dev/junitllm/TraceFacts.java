package dev.junitllm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a trace says of an answer in the words a test would use: the attributes that reports and histories read. */
final class TraceFacts {

    private TraceFacts() {}

    /** Model and finish reason are those of the last call of a model, the one that mostly gives the answer. */
    static Map<String, String> attributes(Trace trace) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<TraceSpan> calls = trace.modelCalls();
        if (!calls.isEmpty()) {
            TraceSpan last = calls.get(calls.size() - 1);
            last.model().filter(model -> !model.isBlank()).ifPresent(model -> facts.put("model", model));
            String reasons = last.finishReasons().stream().distinct().collect(Collectors.joining(" "));
            if (!reasons.isBlank()) {
                facts.put("finish_reason", reasons);
            }
        }
        trace.cost().ifPresent(cost -> facts.put("cost", cost.toPlainString()));
        return facts;
    }

    /** By the steps' names; those of the same name together. */
    static Map<String, Duration> latencies(Trace trace) {
        Map<String, Duration> latencies = new LinkedHashMap<>();
        trace.application().forEach(span -> latencies.merge(span.name(), span.duration(), Duration::plus));
        return latencies;
    }
}
