package dev.junitllm.score.code;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run of generated code may use. Immutable.
 *
 * @param cpu processor time of each process; decides where code computes for ever. Rounded up to whole seconds
 * @param wall time by the clock for all of the run; decides where code waits for ever
 * @param memory bytes of memory, for each process and for all of them together
 * @param processes processes and threads at once
 * @param disk bytes of the working folder, and of each file
 * @param output bytes of standard output and error together
 */
public record CodeLimits(Duration cpu, Duration wall, long memory, int processes, long disk, long output) {

    private static final long MEBIBYTE = 1 << 20;

    /** 10 s of processor time, 30 s by the clock, 512 MiB, 64 processes, 64 MiB of files, 4 MiB of output. */
    public static final CodeLimits DEFAULT = new CodeLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(30), 512 * MEBIBYTE, 64, 64 * MEBIBYTE, 4 * MEBIBYTE);

    /**
     * Checks what it is made of.
     *
     * @param cpu processor time of each process; decides where code computes for ever. Rounded up to whole seconds
     * @param wall time by the clock for all of the run; decides where code waits for ever
     * @param memory bytes of memory, for each process and for all of them together
     * @param processes processes and threads at once
     * @param disk bytes of the working folder, and of each file
     * @param output bytes of standard output and error together
     */
    public CodeLimits {
        if (cpu.isNegative() || cpu.isZero() || wall.isNegative() || wall.isZero()) {
            throw new IllegalArgumentException("time limits lie above 0, unlike %s and %s".formatted(cpu, wall));
        }
        if (memory < 1 || processes < 1 || disk < 1 || output < 1) {
            throw new IllegalArgumentException(
                    "limits are at least 1, unlike memory %s, processes %s, disk %s, output %s"
                            .formatted(memory, processes, disk, output));
        }
    }

    /**
     * The same limits with another processor time.
     *
     * @param time of each process
     * @return the limits
     */
    public CodeLimits cpu(Duration time) {
        return new CodeLimits(time, wall, memory, processes, disk, output);
    }

    /**
     * The same limits with another time by the clock.
     *
     * @param time for all of the run
     * @return the limits
     */
    public CodeLimits wall(Duration time) {
        return new CodeLimits(cpu, time, memory, processes, disk, output);
    }

    /**
     * The same limits with another memory.
     *
     * @param bytes for each process and for all of them together
     * @return the limits
     */
    public CodeLimits memory(long bytes) {
        return new CodeLimits(cpu, wall, bytes, processes, disk, output);
    }

    /**
     * The same limits with another number of processes.
     *
     * @param most processes and threads at once
     * @return the limits
     */
    public CodeLimits processes(int most) {
        return new CodeLimits(cpu, wall, memory, most, disk, output);
    }

    /**
     * The same limits with another size of the working folder.
     *
     * @param bytes of the folder, and of each file
     * @return the limits
     */
    public CodeLimits disk(long bytes) {
        return new CodeLimits(cpu, wall, memory, processes, bytes, output);
    }

    /**
     * The same limits with another size of the output.
     *
     * @param bytes of standard output and error together
     * @return the limits
     */
    public CodeLimits output(long bytes) {
        return new CodeLimits(cpu, wall, memory, processes, disk, bytes);
    }

    long cpuSeconds() {
        return cpu.plusNanos(999_999_999).toSeconds();
    }

    /** The same limits for a runtime that takes so much memory for itself. */
    CodeLimits withRuntime(long bytes) {
        return memory(Math.addExact(memory, bytes));
    }

    /** As a scorer's description names them. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("cpu", cpu.toString());
        parameters.put("wall", wall.toString());
        parameters.put("memory", Long.toString(memory));
        parameters.put("processes", Integer.toString(processes));
        parameters.put("disk", Long.toString(disk));
        parameters.put("output", Long.toString(output));
        return parameters;
    }
}
