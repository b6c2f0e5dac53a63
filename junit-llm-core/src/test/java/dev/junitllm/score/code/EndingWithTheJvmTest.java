package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM that ends while code runs takes the code along. */
@EnabledIf(value = Machine.RUNS_PYTHON, disabledReason = Machine.NO_PYTHON)
@Timeout(120)
class EndingWithTheJvmTest {

    /** Where a JVM that is killed leaves its folder. */
    @TempDir
    Path temporary;

    static Stream<Named<Integer>> sandboxes() {
        List<SandboxProbe.Finding> complete = Machine.completeSandboxes().toList();
        List<Named<Integer>> places = new ArrayList<>();
        for (int place = 0; place < complete.size(); place++) {
            places.add(Named.of(complete.get(place).sandbox().name(), place));
        }
        return places.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void killed(int sandbox) throws Exception {
        Process jvm = start(sandbox);
        List<ProcessHandle> running = awaitRunning(jvm);

        jvm.destroyForcibly();

        for (ProcessHandle process : running) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        Leftovers.awaitNone(jvm.pid());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void ended(int sandbox) throws Exception {
        Process jvm = start(sandbox);
        List<ProcessHandle> running = awaitRunning(jvm);

        jvm.destroy(); // its shutdown hooks run

        for (ProcessHandle process : running) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(jvm.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Leftovers.awaitNone(jvm.pid());
        assertThat(temporary).isEmptyDirectory();
    }

    private Process start(int sandbox) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleeper.class.getName(),
                        Integer.toString(sandbox))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The code itself can't tell us: we wait until its processes are there, and one of them is the interpreter. */
    private static List<ProcessHandle> awaitRunning(Process jvm) throws Exception {
        try (BufferedReader output = jvm.inputReader()) {
            assertThat(output.readLine()).isEqualTo("running");
        }
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < until) {
            List<ProcessHandle> running = jvm.toHandle().descendants().toList();
            if (running.stream()
                    .anyMatch(process -> process.info().commandLine().orElse("").contains("/program/harness.py"))) {
                return running;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no interpreter was started in 30 s");
    }

    /** What the child JVM does. */
    static final class Sleeper {

        public static void main(String[] arguments) throws Exception {
            SandboxProbe.Finding finding = Machine.completeSandboxes().toList().get(Integer.parseInt(arguments[0]));
            System.out.println("running");
            System.out.flush();
            CodeTests.python()
                    .sandboxes(() -> Machine.only(finding))
                    .limits(CodeLimits.DEFAULT.wall(Duration.ofMinutes(5)))
                    .score(CodeCases.tested("assert True"), Actual.of("import time; time.sleep(1000)"));
        }
    }
}
