package dev.junitllm.score.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process and everything it started, as far as it was seen. In a sandbox none can leave; elsewhere one that gives itself a
 * new parent is remembered if it was seen before, or known by the mark in its environment.
 */
final class ProcessTree {

    private static final Path PROC = Path.of("/proc");
    private static final Pattern HELD = Pattern.compile("(?m)^Rss(?:Anon|Shmem):\\s+(\\d{1,12}) kB$");
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d{1,12}) kB$");
    private static final int KILL_ROUNDS = 50;

    private final ProcessHandle root;
    private final String mark;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    /**
     * A tree.
     *
     * @param root the first process
     * @param mark {@code NAME=value} in the environment of all of them, unless one removed it
     */
    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    /** Looks who is there now. */
    List<ProcessHandle> look() {
        Set<ProcessHandle> now = new LinkedHashSet<>();
        seen.removeIf(known -> !known.isAlive());
        if (root.isAlive()) {
            now.add(root);
            root.descendants().forEach(now::add);
        }
        for (ProcessHandle known : seen) {
            if (now.add(known)) { // it left the tree since it was seen, and may have taken others along
                known.descendants().forEach(now::add);
            }
        }
        seen.addAll(now);
        return List.copyOf(now);
    }

    /** How many bytes of memory processes hold together: their own, and shared ones once. 0 where the system doesn't say. */
    static long memory(List<ProcessHandle> processes, long enough) {
        long held = sum(processes, "status", HELD);
        // pages that a fork shares with its parent were counted twice; to count exactly takes long
        return held <= enough ? held : Math.min(held, orElse(sum(processes, "smaps_rollup", PROPORTIONAL), held));
    }

    /** Kills the first one: in a sandbox, all others with it. */
    void killFirst() {
        root.destroyForcibly();
    }

    /** Kills all of them, and who joins them meanwhile, until nobody is left. */
    void killEach() {
        for (int round = 0; round < KILL_ROUNDS; round++) {
            Set<ProcessHandle> alive = new LinkedHashSet<>(look());
            alive.addAll(marked());
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            seen.addAll(alive);
        }
    }

    private static long orElse(long measured, long otherwise) {
        return measured > 0 ? measured : otherwise;
    }

    private static long sum(List<ProcessHandle> processes, String file, Pattern figure) {
        long kibibytes = 0;
        for (ProcessHandle process : processes) {
            Matcher matcher = figure.matcher(
                    read(PROC.resolve(Long.toString(process.pid())).resolve(file)));
            while (matcher.find()) {
                kibibytes += Long.parseLong(matcher.group(1));
            }
        }
        return kibibytes * 1024;
    }

    /** Everybody of ours who carries the mark. */
    private List<ProcessHandle> marked() {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (("\0" + read(process.resolve("environ"))).contains("\0" + mark + "\0")) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .filter(ProcessHandle::isAlive)
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            // no such folder on this system: nobody is found
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException | SecurityException e) {
            return ""; // it has ended, or is none of ours
        }
    }
}
