package dev.junitllm.trace.springai;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes a span of each of Spring AI's observations. Where a tracing bridge makes one of it, too, that one is told to say that it
 * is no call of a model: it holds none of what was asked and answered, and would be counted beside this one.
 */
final class SpringAiHandler implements ObservationHandler<Observation.Context> {

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;
    private final List<SpringAiStep<?>> steps;

    SpringAiHandler(Supplier<Tracer> tracer, BooleanSupplier areKept, List<SpringAiStep<?>> steps) {
        this.tracer = tracer;
        this.areKept = areKept;
        this.steps = steps;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return areKept.getAsBoolean() && step(context).isPresent();
    }

    @Override
    public void onStart(Observation.Context context) {
        step(context).ifPresent(step -> start(step, context));
    }

    private <C extends Observation.Context> void start(SpringAiStep<C> step, Observation.Context context) {
        C own = step.type().cast(context);
        RecordedStep span =
                RecordedStep.begin(tracer.get(), parent(context), step.kind(), step.operation(), step.subject(own));
        context.put(this, new StepScopes(span));
        context.addHighCardinalityKeyValue(
                KeyValue.of(TraceNames.KIND, SpanKind.OTHER.name().toLowerCase(Locale.ROOT)));
        quietly(() -> step.begin(own, span));
    }

    /** A step belongs to the nearest observation that is one; a thread that Reactor changed to has nothing current. */
    private Context parent(Observation.Context context) {
        for (ObservationView view = context.getParentObservation();
                view != null;
                view = view.getContextView().getParentObservation()) {
            if (view.getContextView().get(this) instanceof StepScopes parent) {
                return parent.span().context();
            }
        }
        return Context.current();
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        scopes(context).ifPresent(StepScopes::open);
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
        scopes(context).ifPresent(StepScopes::close);
    }

    @Override
    public void onScopeReset(Observation.Context context) {
        scopes(context).ifPresent(StepScopes::reset);
    }

    @Override
    public void onError(Observation.Context context) {
        scopes(context).ifPresent(scopes -> {
            if (context.getError() != null) {
                scopes.span().failed(context.getError());
            }
        });
    }

    @Override
    public void onStop(Observation.Context context) {
        scopes(context).ifPresent(scopes -> {
            step(context).ifPresent(step -> stop(step, context, scopes.span()));
            scopes.span().end();
        });
    }

    private <C extends Observation.Context> void stop(
            SpringAiStep<C> step, Observation.Context context, RecordedStep span) {
        C own = step.type().cast(context);
        quietly(() -> step.end(own, span));
    }

    private Optional<StepScopes> scopes(Observation.Context context) {
        return context.get(this) instanceof StepScopes scopes ? Optional.of(scopes) : Optional.empty();
    }

    private Optional<SpringAiStep<?>> step(Observation.Context context) {
        for (SpringAiStep<?> step : steps) {
            if (step.isOf(context)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Another version of Spring AI may lack what one of ours asks: the span then says less, and the application goes on. */
    private static void quietly(Runnable saying) {
        try {
            saying.run();
        } catch (RuntimeException | LinkageError e) {
            // said as far as it went
        }
    }
}
