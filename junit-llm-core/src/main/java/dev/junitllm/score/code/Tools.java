package dev.junitllm.score.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine, found where the user's own shell would find them. */
final class Tools {

    /** Where systems keep what only root needs, which isn't always on the search path. */
    private static final List<String> SYSTEM = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

    private Tools() {}

    /** Everything of that name on the search path, first come first. */
    static Stream<Path> onPath(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(":"))
                .filter(folder -> folder.startsWith("/")) // a relative entry would be the folder of the tests
                .map(folder -> Path.of(folder, name))
                .filter(Tools::isProgram);
    }

    /** A tool of the system itself. */
    static Optional<Path> system(String name) {
        return SYSTEM.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Tools::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
