package dev.junitllm.report;

import dev.junitllm.Configuration;
import dev.junitllm.Printable;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.TestId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says how far the golden sets are while they run: a line that is written over on a terminal, a new line every ten
 * seconds elsewhere. A case that takes long is named, since it may hang. Thread-safe.
 */
public final class ConsoleProgress implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final int NAME = 60;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final @Nullable ScheduledExecutorService clock;
    private final @Nullable ScheduledFuture<?> ticking;
    private final Map<TestId, Progress> running = new LinkedHashMap<>();
    private boolean lineOpen;

    ConsoleProgress(
            PrintStream out, boolean terminal, LongSupplier nanoTime, @Nullable ScheduledExecutorService clock) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.clock = clock;
        long period = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
        this.ticking =
                clock == null ? null : clock.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to watch a run.
     *
     * @param configuration the settings of the run; {@code junit.llm.console = off} keeps silent
     * @param out where to print
     * @return the progress
     */
    public static ConsoleProgress start(Configuration configuration, PrintStream out) {
        if (!configuration.console()) {
            return new ConsoleProgress(out, false, System::nanoTime, null);
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "junit-llm-progress");
            thread.setDaemon(true);
            return thread;
        });
        return new ConsoleProgress(out, Terminal.isInteractive(), System::nanoTime, clock);
    }

    /**
     * A golden set begins.
     *
     * @param test the test it drives
     * @param planned how many samples it has
     */
    public synchronized void setBegan(TestId test, int planned) {
        running.put(test, new Progress(planned));
    }

    /**
     * A case begins.
     *
     * @param test its test
     * @param displayName its name, safe to print
     */
    public synchronized void caseBegan(TestId test, String displayName) {
        Progress progress = running.get(test);
        if (progress != null) {
            progress.open.put(displayName, nanoTime.getAsLong());
        }
    }

    /**
     * A case has ended.
     *
     * @param test its test
     * @param displayName its name
     * @param outcome how it came out
     */
    public synchronized void caseEnded(TestId test, String displayName, CaseOutcome outcome) {
        Progress progress = running.get(test);
        if (progress != null) {
            progress.open.remove(displayName);
            progress.ended++;
            progress.notPassed += outcome == CaseOutcome.PASSED ? 0 : 1;
        }
    }

    /**
     * A golden set has ended.
     *
     * @param test the test it drove
     */
    public synchronized void setEnded(TestId test) {
        running.remove(test);
        if (running.isEmpty()) {
            clearLine();
        }
    }

    /** Prints where things stand. */
    synchronized void tick() {
        if (running.isEmpty()) {
            return;
        }
        if (terminal) {
            Map.Entry<TestId, Progress> first = running.entrySet().iterator().next();
            clearLine();
            out.print(line(first.getKey(), first.getValue(), nanoTime.getAsLong()));
            lineOpen = true;
        } else {
            running.forEach((test, progress) -> out.println(line(test, progress, nanoTime.getAsLong())));
        }
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        if (clock != null) {
            clock.shutdownNow();
        }
        clearLine();
    }

    private void clearLine() {
        if (lineOpen) {
            out.print("\r\u001b[2K");
            out.flush();
            lineOpen = false;
        }
    }

    private static String line(TestId test, Progress progress, long now) {
        StringBuilder line = new StringBuilder("junit-llm: ")
                .append(Printable.line(test.displayName()))
                .append(' ')
                .append(progress.ended)
                .append('/')
                .append(progress.planned);
        if (progress.notPassed > 0) {
            line.append(", ").append(progress.notPassed).append(" not passed");
        }
        progress.open.entrySet().stream()
                .findFirst()
                .ifPresent(oldest -> line.append(", longest open: ")
                        .append(Printable.line(oldest.getKey(), NAME))
                        .append(" for ")
                        .append(SetTable.duration(Duration.ofNanos(now - oldest.getValue()))));
        return line.toString();
    }

    private static final class Progress {

        private final int planned;
        private final Map<String, Long> open = new LinkedHashMap<>();
        private int ended;
        private int notPassed;

        Progress(int planned) {
            this.planned = planned;
        }
    }
}
