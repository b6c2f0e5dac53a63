package dev.junitllm.score.code;

import java.util.List;

/**
 * A command as it is seen from inside of a sandbox.
 *
 * @param interpreter what must be there to run it
 * @param line the command line
 */
record LaunchedCommand(String interpreter, List<String> line) {

    LaunchedCommand {
        line = List.copyOf(line);
    }
}
