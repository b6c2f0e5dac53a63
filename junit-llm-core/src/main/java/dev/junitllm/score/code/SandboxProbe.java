package dev.junitllm.score.code;

import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what a sandbox really protects on this machine, by trying to break it. */
final class SandboxProbe {

    private static final CodeLimits SMALL =
            new CodeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 64L << 20, 32, 1 << 20, 1 << 20);
    private static final String SCRIPT = "probe.sh";

    private SandboxProbe() {}

    /**
     * Tries a sandbox.
     *
     * @param sandbox which one
     * @return what held, and what the sandbox said
     */
    static Finding of(Sandbox sandbox) {
        Path secret = null;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            secret = Files.createTempFile("junit-llm-code-probe", "");
            String planted = secret.toString();
            Program program = new Program(
                    "sh",
                    Map.of(SCRIPT, Scripts.read(SCRIPT)),
                    folder -> List.of(
                            "/bin/sh",
                            folder + "/" + SCRIPT,
                            planted,
                            System.getProperty("user.home", "/"),
                            System.getProperty("user.dir", "/"),
                            namespace("net"),
                            namespace("pid"),
                            Integer.toString(listener.getLocalPort()),
                            Long.toString(2 * SMALL.memory())),
                    List.of(),
                    Map.of(),
                    0);
            RunEnd end = new ProgramRun(sandbox, SMALL).run(program, "");
            Set<String> said = end.report().lines().collect(Collectors.toSet());
            EnumSet<Protection> held = EnumSet.noneOf(Protection.class);
            for (Protection protection : Protection.values()) {
                if (said.contains(protection.name())) {
                    held.add(protection);
                }
            }
            return new Finding(
                    sandbox, said.contains("started"), held, end.output().strip());
        } catch (ScoringException | IOException e) {
            return new Finding(sandbox, false, EnumSet.noneOf(Protection.class), String.valueOf(e.getMessage()));
        } finally {
            if (secret != null) {
                FolderDeletion.delete(secret);
            }
        }
    }

    private static String namespace(String kind) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * What was found out about a sandbox.
     *
     * @param sandbox which one
     * @param runs whether a program ran in it at all
     * @param held what it protects
     * @param said its own words, for messages
     */
    record Finding(Sandbox sandbox, boolean runs, Set<Protection> held, String said) {

        Finding {
            held = Set.copyOf(held);
        }

        boolean complete() {
            return missing().isEmpty();
        }

        Set<Protection> missing() {
            EnumSet<Protection> missing = EnumSet.allOf(Protection.class);
            missing.removeAll(held);
            return missing;
        }
    }
}
