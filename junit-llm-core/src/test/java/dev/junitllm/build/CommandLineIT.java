package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The attached jar stands alone: a JDK is all it needs. */
class CommandLineIT {

    private static final Path JAR =
            Path.of("target", "junit-llm-core-" + System.getProperty("junitllm.version") + "-cli.jar");

    @Test
    void theJarOfTheCommandLinePlansWithoutAnythingBesideIt() throws Exception {
        assertThat(run("plan", "--cases", "20", "--at-least", "0.95", "--target", "0.99"))
                .contains("Even a perfect run can't show it; 59 cases are needed.");
        assertThat(run("--version")).isEqualToIgnoringNewLines("junit-llm " + System.getProperty("junitllm.version"));
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
        java.command().addAll(List.of(arguments));
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
