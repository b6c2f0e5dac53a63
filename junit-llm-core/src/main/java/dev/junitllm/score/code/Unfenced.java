package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No sandbox: a process of the user's, in a folder of its own, with as many limits as there are. Only where the user has said
 * so.
 *
 * @param setpriv ends the process with this JVM, where the tool is there
 * @param prlimit sets the limits, where the tool is there
 */
record Unfenced(Optional<Path> setpriv, Optional<Path> prlimit) implements Sandbox {

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
        List<String> line =
                new ArrayList<>(setpriv.map(LaunchSteps::endingWithUs).orElse(List.of()));
        // the kernel counts a user's processes, all of them: there is no limit to set that leaves the user alone
        List<String> prefix = prlimit.map(tool -> LaunchSteps.prlimit(tool, limits, false))
                .orElseGet(() -> List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -t %s; ulimit -c 0; exec \"$@\"".formatted(limits.cpuSeconds()),
                        "sh"));
        line.addAll(LaunchSteps.limited(programFolder(folder), workFolder(folder), false, prefix, command));
        return line;
    }
}
