package dev.junitllm.trace.langchain4j;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.observability.api.event.AiServiceCompletedEvent;
import dev.langchain4j.observability.api.event.AiServiceErrorEvent;
import dev.langchain4j.observability.api.event.AiServiceEvent;
import dev.langchain4j.observability.api.event.AiServiceRequestIssuedEvent;
import dev.langchain4j.observability.api.event.AiServiceResponseReceivedEvent;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import dev.langchain4j.observability.api.event.GuardrailExecutedEvent;
import dev.langchain4j.observability.api.event.InputGuardrailExecutedEvent;
import dev.langchain4j.observability.api.event.OutputGuardrailExecutedEvent;
import dev.langchain4j.observability.api.event.ToolExecutedEvent;
import dev.langchain4j.observability.api.listener.AiServiceListener;
import dev.langchain4j.rag.query.Query;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a span of each call of an AI service, and of its tools and guardrails. LangChain4j tells of a tool when it has ended: it
 * began when the model had asked for it, or when the one before had ended.
 */
final class AiServiceCapture {

    /** A service that never ends, such as a stream that nobody reads, is forgotten when so many others have begun. */
    private static final int MOST_OPEN = 10_000;

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;
    private final IssuedRequests issued;
    private final Map<UUID, Invocation> open = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Invocation> eldest) {
            return size() > MOST_OPEN;
        }
    });

    AiServiceCapture(Supplier<Tracer> tracer, BooleanSupplier areKept, IssuedRequests issued) {
        this.tracer = tracer;
        this.areKept = areKept;
        this.issued = issued;
    }

    List<AiServiceListener<?>> listeners() {
        return List.of(
                new On<>(AiServiceStartedEvent.class, this::started),
                new On<>(AiServiceRequestIssuedEvent.class, this::issued),
                new On<>(AiServiceResponseReceivedEvent.class, this::received),
                new On<>(ToolExecutedEvent.class, this::executed),
                new On<>(InputGuardrailExecutedEvent.class, this::guarded),
                new On<>(OutputGuardrailExecutedEvent.class, this::guarded),
                new On<>(AiServiceCompletedEvent.class, this::completed),
                new On<>(AiServiceErrorEvent.class, this::failed));
    }

    /** The service that asks, else what is current. */
    Context parentOf(Query query) {
        InvocationContext asking =
                query.metadata() == null ? null : query.metadata().invocationContext();
        Invocation invocation = asking == null ? null : open.get(asking.invocationId());
        return invocation == null ? Context.current() : invocation.span.context();
    }

    private void started(AiServiceStartedEvent event) {
        if (!areKept.getAsBoolean()) {
            return;
        }
        InvocationContext context = event.invocationContext();
        String name = simple(context.interfaceName()) + "." + context.methodName();
        RecordedStep span = RecordedStep.begin(
                        tracer.get(), Context.current(), SpanKind.CHAIN, TraceNames.OPERATION_INVOKE_WORKFLOW, name)
                .set(TraceNames.WORKFLOW_NAME, name)
                .set(
                        TraceNames.INPUT_VALUE,
                        ConvertedMessages.of(List.of(event.userMessage()))
                                .lastText("user")
                                .orElse(null));
        open.put(context.invocationId(), new Invocation(span));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void issued(AiServiceRequestIssuedEvent event) {
        of(event).ifPresent(invocation -> issued.issue(event.request().messages(), invocation.span.context()));
    }

    private void received(AiServiceResponseReceivedEvent event) {
        issued.done();
        of(event).ifPresent(invocation -> {
            invocation.last = Instant.now();
            invocation.span.set(
                    TraceNames.OUTPUT_VALUE, event.response().aiMessage().text());
        });
    }

    private void executed(ToolExecutedEvent event) {
        of(event).ifPresent(invocation -> {
            String tool = event.request().name();
            begin(invocation, SpanKind.TOOL, TraceNames.OPERATION_EXECUTE_TOOL, tool, invocation.next())
                    .set(TraceNames.TOOL_NAME, tool)
                    .set(TraceNames.TOOL_CALL_ID, event.request().id())
                    .set(TraceNames.TOOL_CALL_ARGUMENTS, event.request().arguments())
                    .set(TraceNames.TOOL_CALL_RESULT, event.resultText())
                    .set(TraceNames.INPUT_VALUE, event.request().arguments())
                    .set(TraceNames.OUTPUT_VALUE, event.resultText())
                    .end();
        });
    }

    private void guarded(GuardrailExecutedEvent<?, ?, ?> event) {
        of(event).ifPresent(invocation -> {
            Instant start = Instant.now().minus(event.duration());
            begin(invocation, SpanKind.GUARDRAIL, "", event.guardrailClass().getSimpleName(), start)
                    .set(
                            TraceNames.OUTPUT_VALUE,
                            event.result().isSuccess() ? "passed" : String.valueOf(event.result()))
                    .end();
        });
    }

    private RecordedStep begin(Invocation invocation, SpanKind kind, String operation, String subject, Instant start) {
        return RecordedStep.begin(tracer.get(), invocation.span.context(), kind, operation, subject, start);
    }

    private void completed(AiServiceCompletedEvent event) {
        Optional.ofNullable(open.remove(event.invocationContext().invocationId()))
                .ifPresent(invocation -> invocation.span.end());
    }

    private void failed(AiServiceErrorEvent event) {
        issued.done();
        Optional.ofNullable(open.remove(event.invocationContext().invocationId()))
                .ifPresent(invocation -> invocation.span.failed(event.error()).end());
    }

    private Optional<Invocation> of(AiServiceEvent event) {
        return Optional.ofNullable(open.get(event.invocationContext().invocationId()));
    }

    private static final class Invocation {

        private final RecordedStep span;
        private volatile Instant last = Instant.now();

        Invocation(RecordedStep span) {
            this.span = span;
        }

        /** When what ends now has begun. */
        synchronized Instant next() {
            Instant begun = last;
            last = Instant.now();
            return begun;
        }
    }

    private record On<E extends AiServiceEvent>(Class<E> type, Consumer<E> what) implements AiServiceListener<E> {

        @Override
        public Class<E> getEventClass() {
            return type;
        }

        @Override
        public void onEvent(E event) {
            what.accept(event);
        }
    }
}
