package dev.junitllm.score.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces made by bubblewrap 0.8 or newer. Root gets no user namespace from it, but becomes a stranger once the file
 * system stands: a namespace of root's own would count as root, for whom the kernel limits no processes.
 *
 * @param bwrap the tool
 * @param tools of util-linux
 * @param root whether root runs this
 */
record Bubblewrap(Path bwrap, LaunchTools tools, boolean root) implements Sandbox {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> SYSTEM_FOLDERS = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");

    @Override
    public String name() {
        return "bubblewrap";
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
        List<String> line = new ArrayList<>();
        boolean filtered = SystemCallFilter.ofThisMachine().isPresent();
        if (filtered) { // bubblewrap reads the filter from a channel
            line.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 9<\"$0\""));
            line.add(folder.program().resolve(Scripts.FILTER).toString());
        }
        line.addAll(List.of(
                bwrap.toString(),
                "--die-with-parent",
                "--new-session",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-uts",
                "--unshare-cgroup-try"));
        line.addAll(
                root
                        ? List.of("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
                        : List.of("--unshare-user", "--disable-userns", "--cap-drop", "ALL"));
        if (filtered) {
            line.addAll(List.of("--seccomp", "9"));
        }
        fileSystem(line, folder, readable, limits);
        line.add("--");
        if (root) {
            line.addAll(tools.asStranger(SystemUser.stranger(RANDOM)));
            line.addAll(tools.inUserNamespace());
        }
        List<String> prefix = new ArrayList<>(root ? tools.withoutPrivileges() : List.of());
        prefix.addAll(tools.limited(limits, true));
        line.addAll(new LimitsScript("/program", "/work", root).line(prefix, command));
        return line;
    }

    private void fileSystem(List<String> line, PrivateFolder folder, List<Path> readable, CodeLimits limits) {
        Set<String> made = new LinkedHashSet<>();
        for (String name : SYSTEM_FOLDERS) {
            Path place = Path.of("/", name);
            if (Files.isSymbolicLink(place)) {
                line.addAll(List.of("--symlink", target(place), place.toString()));
            } else if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                line.addAll(List.of("--ro-bind", place.toString(), place.toString()));
            }
        }
        for (Path path : readable) {
            folders(line, made, path.getParent());
            line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
        String size = Long.toString(limits.disk());
        line.addAll(List.of("--proc", "/proc"));
        if (root) { // bubblewrap makes it read-only, and the run must close its own user namespace by it
            line.addAll(List.of("--bind", "/proc/sys/user", "/proc/sys/user"));
        }
        line.addAll(List.of("--dev", "/dev"));
        line.addAll(List.of("--size", size, "--perms", "1777", "--tmpfs", "/dev/shm", "--remount-ro", "/dev"));
        line.addAll(List.of("--size", size, "--perms", "1777", "--tmpfs", "/work"));
        line.addAll(List.of("--ro-bind", folder.program().toString(), "/program"));
        line.addAll(List.of("--remount-ro", "/"));
    }

    /** By itself bubblewrap would make them so that a stranger can't pass. */
    private static void folders(List<String> line, Set<String> made, @Nullable Path folder) {
        if (folder != null && folder.getParent() != null && made.add(folder.toString())) {
            folders(line, made, folder.getParent());
            line.addAll(List.of("--perms", "0755", "--dir", folder.toString()));
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
