package dev.junitllm.score.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Duration;

/** Makes the check that an annotation of this package asks for. */
final class TraceCheckFactory implements ScorerFactory<Annotation> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Measure create(Annotation annotation, RunScope scope) {
        return Measure.of(annotation, check(annotation));
    }

    private static TraceCheck check(Annotation annotation) {
        if (annotation instanceof CalledTool called) {
            return TraceCheck.calledTool(called.value(), arguments(called.arguments()));
        }
        if (annotation instanceof DidNotCallTool uncalled) {
            return TraceCheck.didNotCallTool(uncalled.value());
        }
        if (annotation instanceof ToolOrder order) {
            return order.exactly() ? TraceCheck.toolsExactly(order.value()) : TraceCheck.toolsInOrder(order.value());
        }
        if (annotation instanceof NoErrorSpan) {
            return TraceCheck.noErrors();
        }
        return annotation instanceof RetrievedDocument retrieved
                ? TraceCheck.retrieved(retrieved.value())
                : limit(annotation);
    }

    private static TraceCheck limit(Annotation annotation) {
        if (annotation instanceof MaxModelCalls calls) {
            return TraceCheck.atMostModelCalls(calls.value());
        }
        if (annotation instanceof MaxTokens tokens) {
            return TraceCheck.atMostTokens(tokens.value());
        }
        if (annotation instanceof MaxCost cost) {
            if (!Double.isFinite(cost.value())) {
                throw new IllegalArgumentException("value = %s: a cost is a number".formatted(cost.value()));
            }
            return TraceCheck.atMostCost(BigDecimal.valueOf(cost.value()));
        }
        if (annotation instanceof MaxLatency latency) {
            return latency(latency);
        }
        throw new IllegalArgumentException(annotation + " is none of this package");
    }

    private static TraceCheck latency(MaxLatency latency) {
        if (latency.of().length > 1) {
            throw new IllegalArgumentException(
                    "of: one kind of steps has a limit; repeat the annotation for another kind");
        }
        if (latency.unit().isDateBased()) {
            throw new IllegalArgumentException("unit = %s: a step is over sooner".formatted(latency.unit()));
        }
        Duration most = Duration.of(latency.value(), latency.unit());
        return latency.of().length == 0 ? TraceCheck.within(most) : TraceCheck.eachWithin(latency.of()[0], most);
    }

    private static JsonNode arguments(String json) {
        try {
            JsonNode arguments = JSON.readTree(json);
            if (arguments.isObject()) {
                return arguments;
            }
        } catch (JsonProcessingException e) {
            // falls through to the message that says what was wanted
        }
        throw new IllegalArgumentException("arguments = %s: they must be a JSON object, such as {\"city\": \"Paris\"}"
                .formatted(Printable.line(json, 100)));
    }
}
