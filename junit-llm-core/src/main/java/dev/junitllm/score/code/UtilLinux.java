package dev.junitllm.score.code;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Namespaces made by the tools of util-linux, which most Linux systems have. Root makes the file system as itself, and
 * becomes a stranger then; anybody else makes it in a user namespace.
 *
 * @param setpriv the tool
 * @param unshare the tool
 * @param prlimit the tool
 * @param root whether root runs this
 */
record UtilLinux(Path setpriv, Path unshare, Path prlimit, boolean root) implements Sandbox {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String name() {
        return "util-linux";
    }

    @Override
    public boolean endsWhole() {
        return true;
    }

    @Override
    public String programFolder(PrivateFolder folder) {
        return "/program";
    }

    @Override
    public String workFolder(PrivateFolder folder) {
        return "/work";
    }

    @Override
    public List<String> commandLine(
            PrivateFolder folder, List<Path> readable, CodeLimits limits, LaunchedCommand command) {
        List<String> line = new ArrayList<>(LaunchSteps.endingWithUs(setpriv));
        if (!root) {
            line.addAll(userNamespace());
        }
        line.addAll(List.of(unshare.toString(), "--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup"));
        line.addAll(List.of("--fork", "--kill-child=KILL", "--"));
        line.addAll(List.of(
                "/bin/sh",
                folder.program().resolve(LaunchSteps.NAMESPACES_SCRIPT).toString(),
                folder.root().toString(),
                folder.program().toString(),
                Long.toString(limits.disk())));
        readable.forEach(path -> line.add(path.toString()));
        line.add("--");
        if (root) {
            line.addAll(LaunchSteps.asStranger(setpriv, SystemUser.stranger(RANDOM)));
            line.addAll(userNamespace());
        }
        List<String> prefix = new ArrayList<>(LaunchSteps.withoutPrivileges(setpriv));
        prefix.addAll(LaunchSteps.prlimit(prlimit, limits, true));
        line.addAll(LaunchSteps.limited("/program", "/work", true, prefix, command));
        return line;
    }

    /** With new privileges the kernel forgets with whom a process is to end. */
    private List<String> userNamespace() {
        List<String> line = new ArrayList<>(List.of(unshare.toString(), "--user", "--map-root-user", "--"));
        line.addAll(LaunchSteps.endingWithUs(setpriv));
        return line;
    }
}
