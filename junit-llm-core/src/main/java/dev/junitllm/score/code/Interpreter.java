package dev.junitllm.score.code;

import java.nio.file.Path;
import java.util.List;

/**
 * What runs a language here.
 *
 * @param executable the program itself, behind every link and shim
 * @param version as it gives it
 * @param readable the folders it is made of
 */
record Interpreter(Path executable, String version, List<Path> readable) {

    Interpreter {
        readable = List.copyOf(readable);
    }
}
