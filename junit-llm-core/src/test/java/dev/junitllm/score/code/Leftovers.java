package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What runs of generated code may not leave behind: processes, and folders. */
final class Leftovers {

    /** Seconds; a busy machine takes its time to kill. */
    private static final long SOON = 30;

    private Leftovers() {}

    /** Everything on this machine that the runs of a JVM started. */
    static List<ProcessHandle> processes(long jvm) throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains("JUNIT_LLM_RUN=" + jvm + "-")) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Waits for what is just being killed. */
    static void awaitNone() throws Exception {
        awaitNone(ProcessHandle.current().pid());
    }

    static void awaitNone(long jvm) throws Exception {
        for (ProcessHandle process : processes(jvm)) {
            process.onExit().get(SOON, TimeUnit.SECONDS);
        }
        assertThat(processes(jvm)).isEmpty();
    }

    static List<Path> folders() throws IOException {
        List<Path> found = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PrivateFolder.prefix() + "*")) {
            folders.forEach(found::add);
        }
        return found;
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
