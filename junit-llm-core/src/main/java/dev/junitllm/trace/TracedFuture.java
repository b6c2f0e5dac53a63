package dev.junitllm.trace;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A future that can't say when it is done, so what waits for it is told when it has been asked for. */
final class TracedFuture<T> implements Future<T> {

    private final Future<T> future;
    private final BiConsumer<@Nullable Object, @Nullable Throwable> whenDone;
    private final AtomicBoolean told = new AtomicBoolean();

    TracedFuture(Future<T> future, BiConsumer<@Nullable Object, @Nullable Throwable> whenDone) {
        this.future = future;
        this.whenDone = whenDone;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = future.cancel(mayInterruptIfRunning);
        if (cancelled) {
            tell(null, new CancellationException("cancelled"));
        }
        return cancelled;
    }

    @Override
    public boolean isCancelled() {
        return future.isCancelled();
    }

    @Override
    public boolean isDone() {
        return future.isDone();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        try {
            return tell(future.get());
        } catch (ExecutionException e) {
            throw tell(e);
        }
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return tell(future.get(timeout, unit));
        } catch (ExecutionException e) {
            throw tell(e);
        }
    }

    private T tell(T value) {
        tell(value, null);
        return value;
    }

    private ExecutionException tell(ExecutionException thrown) {
        tell(null, thrown.getCause() == null ? thrown : thrown.getCause());
        return thrown;
    }

    private void tell(@Nullable Object value, @Nullable Throwable thrown) {
        if (told.compareAndSet(false, true)) {
            whenDone.accept(value, thrown);
        }
    }
}
