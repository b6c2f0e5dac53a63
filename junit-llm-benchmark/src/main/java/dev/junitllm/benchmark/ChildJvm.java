package dev.junitllm.benchmark;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fresh JVM that runs one test class.
 *
 * @param classPath what it sees, and nothing else
 * @param options options of the JVM
 * @param folder where it runs, emptied afterwards
 */
record ChildJvm(String classPath, List<String> options, Path folder) {

    ChildJvm {
        options = List.copyOf(options);
    }

    /** Runs the class and waits. Returns what it cost, or nothing where it did not come to its end. */
    Optional<Measurement> run(Class<?> testClass, boolean heap) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, ChildRun.class.getName()));
        command.addAll(List.of(testClass.getName(), heap ? "heap" : "cpu"));
        try {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.waitFor();
            long wall = System.nanoTime() - began;
            return Measurement.in(Files.readString(output, Charset.defaultCharset()), wall);
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
