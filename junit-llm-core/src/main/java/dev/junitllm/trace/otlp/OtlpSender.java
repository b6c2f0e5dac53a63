package dev.junitllm.trace.otlp;

import dev.junitllm.Trace;
import dev.junitllm.trace.TraceSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends traces, several at a time, on a thread of its own. No test waits for it: what a slow backend doesn't take is dropped and
 * counted, and one that takes nothing is given up.
 */
final class OtlpSender implements TraceSink {

    private static final int MOST_WAITING = 2_000;
    private static final long MOST_CHARACTERS = 64 << 20;
    private static final int SPANS_AT_ONCE = 512;
    private static final Duration COLLECTING = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMillis(1_900);
    private static final Trace END = new Trace("end", List.of());

    private final String backend;
    private final SentContent content;
    private final OtlpExport export;
    private final BlockingQueue<Trace> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong characters = new AtomicLong();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Thread thread;

    OtlpSender(String backend, SentContent content, OtlpExport export) {
        this.backend = backend;
        this.content = content;
        this.export = export;
        this.thread = new Thread(this::work, "junit-llm-otlp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void ended(Trace trace) {
        all.incrementAndGet();
        if (failure.get() != null) {
            return;
        }
        Trace toSend = content.of(trace);
        long length = SentContent.length(toSend);
        if (waiting.size() >= MOST_WAITING || characters.get() + length > MOST_CHARACTERS) {
            return;
        }
        characters.addAndGet(length);
        waiting.add(toSend);
    }

    @Override
    public List<String> close() {
        waiting.add(END);
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int unsent = all.get() - sent.get();
        String why = failure.get();
        String slow = thread.isAlive()
                ? "it had not taken them two seconds after the run had ended"
                : "it took too long over those before";
        thread.interrupt();
        return unsent == 0 ? List.of() : List.of(remark(unsent, why == null ? slow : why));
    }

    private String remark(int unsent, String why) {
        return "%s of %s %s not sent to %s: %s"
                .formatted(
                        unsent == all.get() ? "all" : unsent,
                        all.get(),
                        all.get() == 1 ? "trace was" : "traces were",
                        backend,
                        why);
    }

    private void work() {
        try {
            boolean isOver = false;
            while (!isOver) {
                List<Trace> batch = new ArrayList<>();
                isOver = collect(batch);
                if (!batch.isEmpty() && failure.get() == null) {
                    send(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run has ended without us
        } catch (RuntimeException | LinkageError e) {
            failure.compareAndSet(null, "the exporter doesn't work here (" + e + ")");
        } finally {
            export.close();
        }
    }

    /** Returns whether nothing more will come. */
    private boolean collect(List<Trace> batch) throws InterruptedException {
        Trace next = waiting.take();
        long deadline = System.nanoTime() + COLLECTING.toNanos();
        int spans = 0;
        while (next != null && !next.equals(END)) {
            characters.addAndGet(-SentContent.length(next));
            batch.add(next);
            spans += next.spans().size();
            if (spans >= SPANS_AT_ONCE) {
                return false;
            }
            next = waiting.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return END.equals(next);
    }

    private void send(List<Trace> batch) {
        Optional<String> wrong = export.send(SentSpan.all(batch));
        if (wrong.isPresent()) {
            failure.compareAndSet(null, wrong.get());
        } else {
            sent.addAndGet(batch.size());
        }
    }
}
