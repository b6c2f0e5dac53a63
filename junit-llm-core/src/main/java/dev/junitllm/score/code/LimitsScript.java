package dev.junitllm.score.code;

import java.util.ArrayList;
import java.util.List;

/**
 * The last step before foreign code runs: a script in the program's folder.
 *
 * @param programFolder as it is seen from inside
 * @param workFolder as it is seen from inside
 * @param fenced whether this is a user namespace of the run's own, which the script then closes against others in it
 */
record LimitsScript(String programFolder, String workFolder, boolean fenced) {

    static final String NAME = "limits.sh";

    List<String> line(List<String> prefix, LaunchedCommand command) {
        List<String> line = new ArrayList<>(List.of(
                "/bin/sh", programFolder + "/" + NAME, fenced ? "fenced" : "open", workFolder, command.interpreter()));
        line.addAll(prefix);
        line.addAll(command.line());
        return line;
    }
}
