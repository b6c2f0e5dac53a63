package dev.junitllm.score.code;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something found out once in the life of the JVM, when it is asked for first. It is made in a thread of its own: the test
 * that happens to ask first may be interrupted, and what it would have found out then would hold for all that ask later.
 *
 * @param <T> the kind of thing
 */
final class Once<T> {

    private final Supplier<T> maker;
    private @Nullable CompletableFuture<T> made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        try {
            return begun().join(); // an interrupt doesn't end it, and isn't lost
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<T> begun() {
        if (made == null) {
            CompletableFuture<T> future = new CompletableFuture<>();
            Thread thread = new Thread(() -> make(future), "junit-llm-code-once");
            thread.setDaemon(true);
            thread.start();
            made = future;
        }
        return made;
    }

    private void make(CompletableFuture<T> future) {
        try {
            future.complete(maker.get());
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
