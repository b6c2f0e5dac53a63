package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a sandbox is to run. Immutable.
 *
 * @param interpreter what must be there to run it
 * @param files the content of each file by its path within the program's folder; all can be read, none written
 * @param command makes the command line out of the place where the program's folder is seen
 * @param readable what else has to be seen, at its own place, besides the system's own programs
 * @param environment variables besides those that every run has
 * @param runtimeMemory bytes that the language takes for itself, beyond what the code may use
 */
record Program(
        String interpreter,
        Map<String, byte[]> files,
        Function<String, List<String>> command,
        List<Path> readable,
        Map<String, String> environment,
        long runtimeMemory) {

    Program {
        files = Map.copyOf(files);
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
    }

    Program alsoReading(List<Path> more) {
        List<Path> all = new ArrayList<>(readable);
        all.addAll(more);
        return new Program(interpreter, files, command, all, environment, runtimeMemory);
    }
}
