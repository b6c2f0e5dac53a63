package dev.junitllm.trace.springai;

import dev.junitllm.trace.Traces;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Records what an application does through Spring AI: calls of chat and embedding models, of tools, searches of vector stores, chat
 * clients and their advisors, with what is asked and answered. Spring AI is the user's: 1.1 or 2.0, of which
 * {@code spring-ai-client-chat} and {@code spring-ai-vector-store} may be absent.
 *
 * <p>In a Spring Boot application there is nothing to do: the handler is contributed to its tests. Elsewhere:
 *
 * <pre>{@code
 * ObservationRegistry registry = ObservationRegistry.create();
 * registry.observationConfig().observationHandler(SpringAiTraces.observationHandler());
 * }</pre>
 */
public final class SpringAiTraces {

    private SpringAiTraces() {}

    /**
     * For the registry of observations that models, clients and stores are made with.
     *
     * @return the handler; safe for use by several threads and registries
     */
    public static ObservationHandler<Observation.Context> observationHandler() {
        return observationHandler(() -> Traces.tracer("dev.junitllm.springai"), Traces::areKept);
    }

    static ObservationHandler<Observation.Context> observationHandler(
            Supplier<Tracer> tracer, BooleanSupplier areKept) {
        return new SpringAiHandler(tracer, areKept, SpringAiSteps.present());
    }
}
