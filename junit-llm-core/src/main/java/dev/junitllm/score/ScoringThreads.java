package dev.junitllm.score;

import dev.junitllm.RunScope;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for what is waited for while a case is scored: judges, and their votes. As many as are asked for: what limits the calls
 * to a server is the limit of its host, and nothing else. They end with the run. Safe for use by several threads.
 */
public final class ScoringThreads implements AutoCloseable {

    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    private ScoringThreads() {}

    /**
     * The threads of a run.
     *
     * @param scope the run
     * @return the same at every call
     */
    public static ScoringThreads of(RunScope scope) {
        return scope.shared(ScoringThreads.class, ScoringThreads::new);
    }

    /**
     * Runs tasks at the same time, the first on the calling thread, and waits for all.
     *
     * @param <T> what they make
     * @param tasks at least one; where one throws, that is thrown here, and the others are interrupted
     * @return what they made, in the order of the tasks
     * @throws InterruptedException where the calling thread is interrupted, and then so are the tasks
     */
    public <T> List<T> all(List<? extends Supplier<T>> tasks) throws InterruptedException {
        List<Future<T>> begun = tasks.stream().skip(1).map(this::begin).toList();
        List<T> made = new ArrayList<>(tasks.size());
        try {
            made.add(tasks.get(0).get());
            for (Future<T> one : begun) {
                made.add(ended(one));
            }
            return made;
        } finally {
            begun.forEach(one -> one.cancel(true)); // of no use any more, unless they have ended
        }
    }

    /** Waits for a task; what it threw is thrown here. */
    static <T> T ended(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        }
    }

    /**
     * Begins a task on a thread of its own, with the tracing context and the class loader of the calling thread.
     *
     * @param <T> what it makes
     * @param task the task
     * @return what it will have made
     */
    <T> Future<T> begin(Supplier<T> task) {
        return threads.submit(carried(task));
    }

    /** What the calling thread carries goes along; whatever else should is to be added here. */
    private static <T> Callable<T> carried(Supplier<T> task) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Context.current().wrap((Callable<T>) () -> {
            Thread.currentThread().setContextClassLoader(loader);
            return task.get();
        });
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "junit-llm-scoring-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing runs any more by then: whoever began a task waits for it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
