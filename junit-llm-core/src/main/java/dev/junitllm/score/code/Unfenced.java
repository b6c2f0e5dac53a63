package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No sandbox: a process of the user's, in a folder of its own, with as many limits as there are. Only where the user has said
 * so.
 *
 * @param tools of util-linux, where the machine has them
 */
record Unfenced(Optional<LaunchTools> tools) implements Sandbox {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean endsWhole() {
        return false;
    }

    @Override
    public String programFolder(PrivateFolder folder) {
        return folder.program().toString();
    }

    @Override
    public String workFolder(PrivateFolder folder) {
        return folder.work().toString();
    }

    @Override
    public List<String> commandLine(
            PrivateFolder folder, List<Path> readable, CodeLimits limits, LaunchedCommand command) {
        List<String> line = new ArrayList<>(tools.map(LaunchTools::apart).orElse(List.of()));
        // the kernel counts all processes of a user: there is no limit to set that leaves the user alone
        List<String> prefix = tools.map(found -> found.limited(limits, false))
                .orElseGet(() -> List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -t %s; ulimit -c 0; exec \"$@\"".formatted(limits.cpuSeconds()),
                        "sh"));
        line.addAll(new LimitsScript(programFolder(folder), workFolder(folder), false).line(prefix, command));
        return line;
    }
}
