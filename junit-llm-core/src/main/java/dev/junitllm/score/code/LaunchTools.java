package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tools of util-linux that a launch is made of, each as the beginning of a command line that the rest follows.
 *
 * @param setsid begins a session
 * @param setpriv changes user and privileges
 * @param unshare makes namespaces
 * @param prlimit sets limits
 */
record LaunchTools(Path setsid, Path setpriv, Path unshare, Path prlimit) {

    /** The tools of this machine, where it has all of them. */
    static Optional<LaunchTools> find() {
        Optional<Path> setsid = Tools.system("setsid");
        Optional<Path> setpriv = Tools.system("setpriv");
        Optional<Path> unshare = Tools.system("unshare");
        Optional<Path> prlimit = Tools.system("prlimit");
        return setsid.isPresent() && setpriv.isPresent() && unshare.isPresent() && prlimit.isPresent()
                ? Optional.of(new LaunchTools(setsid.get(), setpriv.get(), unshare.get(), prlimit.get()))
                : Optional.empty();
    }

    /**
     * In a session of its own: a signal to its process group, which no namespace holds up, doesn't reach this JVM. And with an
     * end of its own: it ends with this JVM, even where nobody is left to end it.
     */
    List<String> apart() {
        List<String> line = new ArrayList<>(List.of(setsid.toString()));
        line.addAll(endingWithParent());
        return line;
    }

    /** With every new privilege the kernel forgets this, so it is said again behind each. */
    List<String> endingWithParent() {
        return List.of(setpriv.toString(), "--pdeathsig=KILL", "--");
    }

    /** As a user that owns nothing on this machine. Without a user of its own, a run could not be counted apart. */
    List<String> asStranger(long user) {
        return List.of(setpriv.toString(), "--reuid=" + user, "--regid=" + user, "--clear-groups", "--");
    }

    /** As root of a user namespace, who has no power outside of it. */
    List<String> inUserNamespace() {
        List<String> line = new ArrayList<>(List.of(unshare.toString(), "--user", "--map-root-user", "--"));
        line.addAll(endingWithParent());
        return line;
    }

    /** Without any privilege, for good. */
    List<String> withoutPrivileges() {
        return List.of(
                setpriv.toString(),
                "--no-new-privs",
                "--inh-caps=-all",
                "--ambient-caps=-all",
                "--bounding-set=-all",
                "--");
    }

    /** Under limits that the kernel keeps for each process, and which every child inherits. */
    List<String> limited(CodeLimits limits, boolean countingProcesses) {
        List<String> line = new ArrayList<>(List.of(
                prlimit.toString(),
                "--cpu=" + limits.cpuSeconds() + ":" + (limits.cpuSeconds() + 1),
                "--data=" + limits.memory(),
                "--fsize=" + limits.disk(),
                "--core=0",
                "--nofile=1024"));
        if (countingProcesses) {
            line.add("--nproc=" + limits.processes());
        }
        line.add("--");
        return line;
    }
}
