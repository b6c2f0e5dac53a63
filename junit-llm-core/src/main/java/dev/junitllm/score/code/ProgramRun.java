package dev.junitllm.score.code;

import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One run of a program in a sandbox, from its private folder to the last process of it. */
final class ProgramRun {

    private static final String MARK = "JUNIT_LLM_RUN";
    private static final long LOOK_MILLIS = 50;
    private static final long LAST_OUTPUT_MILLIS = 2_000;
    private static final int REPORT_KEPT = 4_096;
    private static final int OUTPUT_KEPT = 8_192;
    private static final int KILLED = 128 + 9;
    private static final int CPU_LIMIT_SIGNAL = 128 + 24;

    private final Sandbox sandbox;
    private final CodeLimits limits;
    private final String mark = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    ProgramRun(Sandbox sandbox, CodeLimits limits) {
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /**
     * Runs a program.
     *
     * @param program what to run
     * @param token what its last word must hold
     * @return how it ended
     * @throws ScoringException where it could not even start: kinds {@code SANDBOX} and {@code INTERRUPTED}
     */
    RunEnd run(Program program, String token) throws ScoringException {
        try (PrivateFolder folder = PrivateFolder.create()) {
            folder.write(Scripts.LAUNCH);
            folder.write(program.files());
            return run(program, token, folder);
        } catch (IOException | UncheckedIOException e) {
            throw new ScoringException(
                    "SANDBOX", "the code's private folder or its process can't be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoringException("INTERRUPTED", "interrupted while the code ran; it was ended", e);
        }
    }

    private RunEnd run(Program program, String token, PrivateFolder folder) throws IOException, InterruptedException {
        long began = System.nanoTime();
        CodeLimits allowed = limits.withRuntime(program.runtimeMemory());
        Process process = start(program, folder, allowed);
        ProcessTree tree = new ProcessTree(process.toHandle(), MARK + "=" + mark);
        Thread onShutdown = new Thread(() -> end(tree), "junit-llm-code-kill");
        Runtime.getRuntime().addShutdownHook(onShutdown);
        try {
            DrainedStream report =
                    DrainedStream.start(process.getInputStream(), "junit-llm-code-report", REPORT_KEPT, REPORT_KEPT);
            DrainedStream output =
                    DrainedStream.start(process.getErrorStream(), "junit-llm-code-output", 0, OUTPUT_KEPT);
            hand(token, process.getOutputStream());
            RunEnd.How how = watch(process, tree, allowed, output, began);
            end(tree);
            int exitCode = process.waitFor();
            long grace = LAST_OUTPUT_MILLIS;
            report.awaitEnd(grace);
            output.awaitEnd(grace);
            Duration wall = Duration.ofNanos(System.nanoTime() - began);
            return new RunEnd(byLimit(how, exitCode, wall), exitCode, report.text(), output.text(), wall);
        } finally {
            end(tree);
            try {
                Runtime.getRuntime().removeShutdownHook(onShutdown);
            } catch (IllegalStateException e) {
                // the JVM is going down, and the hook kills nobody twice
            }
        }
    }

    private void end(ProcessTree tree) {
        if (sandbox.endsWhole()) {
            tree.killFirst();
        } else {
            tree.killEach();
        }
    }

    private Process start(Program program, PrivateFolder folder, CodeLimits allowed) throws IOException {
        List<Path> readable = ReadablePaths.together(program.readable());
        ProcessBuilder builder = new ProcessBuilder(sandbox.commandLine(
                folder,
                readable,
                allowed,
                new LaunchedCommand(program.interpreter(), program.command().apply(sandbox.programFolder(folder)))));
        builder.directory(folder.work().toFile());
        Map<String, String> environment = new HashMap<>(sandbox.environment(folder));
        environment.putAll(program.environment());
        environment.put(MARK, mark);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** So short that the pipe takes it at once, whether somebody reads it or not. */
    private static void hand(String token, OutputStream channel) {
        try (channel) {
            channel.write(token.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the program has ended already, and will be judged by that
        }
    }

    private RunEnd.How watch(Process process, ProcessTree tree, CodeLimits allowed, DrainedStream output, long began)
            throws InterruptedException {
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            List<ProcessHandle> running = tree.look();
            if (output.total() > allowed.output()) {
                return RunEnd.How.OUTPUT;
            }
            if (ProcessTree.memory(running, allowed.memory()) > allowed.memory()) {
                return RunEnd.How.MEMORY;
            }
            if (running.size() > allowed.processes() + 10) { // the launcher's own, and those just ending
                return RunEnd.How.PROCESSES;
            }
            if (System.nanoTime() - began > allowed.wall().toNanos()) {
                return RunEnd.How.WALL_TIME;
            }
        }
        return output.total() > allowed.output() ? RunEnd.How.OUTPUT : RunEnd.How.BY_ITSELF;
    }

    /** The kernel ends a process at its limit of processor time by a signal, and one that ignores it by another. */
    private RunEnd.How byLimit(RunEnd.How how, int exitCode, Duration wall) {
        boolean cpu = exitCode == CPU_LIMIT_SIGNAL || (exitCode == KILLED && wall.toSeconds() >= limits.cpuSeconds());
        return how == RunEnd.How.BY_ITSELF && cpu ? RunEnd.How.CPU_TIME : how;
    }
}
