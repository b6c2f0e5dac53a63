package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A way to run foreign code apart from everything else. Immutable. */
interface Sandbox {

    /** As messages and details name it. */
    String name();

    /** Whether all processes of a run end with the first one. */
    boolean endsWhole();

    /** Where the program's folder is seen from inside. */
    String programFolder(PrivateFolder folder);

    /** Where a program works, as it is seen from inside. */
    String workFolder(PrivateFolder folder);

    /**
     * The whole command line, to be started outside.
     *
     * @param folder with the program's files in place
     * @param readable what has to be seen from inside at its own place
     * @param limits of the run
     * @param command as seen from inside
     * @return the command line
     */
    List<String> commandLine(PrivateFolder folder, List<Path> readable, CodeLimits limits, LaunchedCommand command);

    /** The variables of every run. */
    default Map<String, String> environment(PrivateFolder folder) {
        return Map.of(
                "PATH",
                "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
                "LANG",
                "C.UTF-8",
                "HOME",
                workFolder(folder),
                "TMPDIR",
                workFolder(folder));
    }
}
