package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parts of a command line that all sandboxes have in common. */
final class LaunchSteps {

    static final String LIMITS_SCRIPT = "limits.sh";
    static final String NAMESPACES_SCRIPT = "namespaces.sh";

    private LaunchSteps() {}

    /** The last steps: the program under its limits, started by a script in the program's folder. */
    static List<String> limited(
            String programFolder, String workFolder, boolean fenced, List<String> prefix, LaunchedCommand command) {
        List<String> line = new ArrayList<>(List.of(
                "/bin/sh",
                programFolder + "/" + LIMITS_SCRIPT,
                fenced ? "fenced" : "open",
                workFolder,
                command.interpreter()));
        line.addAll(prefix);
        line.addAll(command.line());
        return line;
    }

    /** Limits that the kernel keeps for each process, and which every child inherits. */
    static List<String> prlimit(Path prlimit, CodeLimits limits, boolean processes) {
        List<String> line = new ArrayList<>(List.of(
                prlimit.toString(),
                "--cpu=" + limits.cpuSeconds() + ":" + (limits.cpuSeconds() + 1),
                "--data=" + limits.memory(),
                "--fsize=" + limits.disk(),
                "--core=0",
                "--nofile=1024"));
        if (processes) {
            line.add("--nproc=" + limits.processes());
        }
        line.add("--");
        return line;
    }

    /** Gives up every privilege for good. */
    static List<String> withoutPrivileges(Path setpriv) {
        return List.of(
                setpriv.toString(),
                "--no-new-privs",
                "--inh-caps=-all",
                "--ambient-caps=-all",
                "--bounding-set=-all",
                "--");
    }

    /** Becomes a user that owns nothing on this machine. Without a user of its own, a run could not be counted apart. */
    static List<String> asStranger(Path setpriv, long user) {
        return List.of(setpriv.toString(), "--reuid=" + user, "--regid=" + user, "--clear-groups", "--");
    }

    /** Ends with this JVM, even where nobody is left to end it. */
    static List<String> endingWithUs(Path setpriv) {
        return List.of(setpriv.toString(), "--pdeathsig=KILL", "--");
    }
}
