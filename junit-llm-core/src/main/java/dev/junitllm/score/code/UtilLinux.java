package dev.junitllm.score.code;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Namespaces made by the tools of util-linux, which most Linux systems have. Root makes the file system as itself, and
 * becomes a stranger then; anybody else makes it in a user namespace.
 *
 * @param tools of util-linux
 * @param root whether root runs this
 */
record UtilLinux(LaunchTools tools, boolean root) implements Sandbox {

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
        List<String> line = new ArrayList<>(tools.apart());
        if (!root) {
            line.addAll(tools.inUserNamespace());
        }
        line.addAll(List.of(tools.unshare().toString(), "--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup"));
        line.addAll(List.of("--fork", "--kill-child=KILL", "--"));
        line.addAll(List.of(
                "/bin/sh",
                folder.program().resolve(Scripts.NAMESPACES).toString(),
                folder.root().toString(),
                folder.program().toString(),
                Long.toString(limits.disk())));
        readable.forEach(path -> line.add(path.toString()));
        line.add("--");
        if (root) {
            line.addAll(tools.asStranger(SystemUser.stranger(RANDOM)));
            line.addAll(tools.inUserNamespace());
        }
        List<String> prefix = new ArrayList<>(tools.withoutPrivileges());
        prefix.addAll(tools.limited(limits, true));
        line.addAll(new LimitsScript("/program", "/work", true).line(prefix, command));
        return line;
    }
}
