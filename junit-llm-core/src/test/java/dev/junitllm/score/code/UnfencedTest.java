package dev.junitllm.score.code;

import static dev.junitllm.score.code.CodeCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines without a sandbox. The code here is hostile only within the test's own folders and processes. */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "skipped: looks for leftovers in /proc")
@EnabledIf(value = Machine.HAS_PYTHON, disabledReason = Machine.LACKS_PYTHON)
@Timeout(120)
class UnfencedTest {

    private static final SandboxProbe.Finding FINDING = SandboxProbe.of(Machine.unfenced());

    private final CodeTests refusing = CodeTests.python().sandboxes(() -> new Sandboxes(List.of(FINDING)));
    private final CodeTests unsafe = refusing.unsafe()
            .limits(CodeLimits.DEFAULT.cpu(Duration.ofSeconds(1)).wall(Duration.ofSeconds(10)));

    @AfterEach
    void nothingIsLeft() throws Exception {
        Leftovers.awaitNone();
    }

    @Test
    void knowsWhatItLacks() {
        assertThat(FINDING.runs()).isTrue();
        assertThat(FINDING.missing())
                .contains(Protection.FILES, Protection.NETWORK, Protection.TREE, Protection.PROCESSES, Protection.DISK);
        assertThat(FINDING.held()).contains(Protection.CPU_TIME);
    }

    @Test
    void runsNothingUnlessAllowed(@TempDir Path folder) {
        Path trace = folder.resolve("trace");

        assertThatThrownBy(() -> score(refusing, "open('%s', 'w')".formatted(trace), "assert True"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_SANDBOX"))
                .hasMessageStartingWith(
                        "generated code runs only in a sandbox, and none here is complete: none (not true"
                                + " there: the user's files are hidden, there is no network,")
                .hasMessageContaining("install bubblewrap 0.8 or newer")
                .hasMessageEndingWith("set junit.llm.code.unsafe = allow");
        assertThat(trace).doesNotExist();
    }

    @Test
    void saysSoWhereThereIsNothingAtAll() {
        CodeTests nowhere = CodeTests.python().sandboxes(() -> new Sandboxes(List.of()));

        assertThatThrownBy(() -> score(nowhere, "x = 1", "assert True"))
                .hasMessageStartingWith(
                        "generated code runs only in a sandbox, and none here is complete: there is none for"
                                + " this operating system.");
        assertThatThrownBy(() -> score(nowhere.unsafe(), "x = 1", "assert True"))
                .hasMessage(
                        "generated code can't be run here, not even without a sandbox: there is none for this operating"
                                + " system");
    }

    @Test
    void prefersACompleteSandboxEvenWhereUnsafeIsAllowed() throws Exception {
        SandboxProbe.Finding complete =
                new SandboxProbe.Finding(Machine.unfenced(), true, EnumSet.allOf(Protection.class), "");
        Sandboxes both = new Sandboxes(List.of(FINDING, complete));

        assertThat(both.choose(true)).isSameAs(complete);
        assertThat(both.choose(false)).isSameAs(complete);
        assertThat(new Sandboxes(List.of(FINDING)).choose(true)).isSameAs(FINDING);
    }

    @Test
    void saysWithEachScoreWhatWasMissing() throws Exception {
        Score score = score(unsafe, "def f(): return 1", "assert f() == 1");

        assertThat(score.value()).hasValue(1);
        assertThat(score.reason())
                .startsWith("the tests passed; run without this: the user's files are hidden, there is no network");
        assertThat(score.details()).containsEntry("sandbox", "none");
        assertThat(score.details().get("missing"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("there is no network");
    }

    @Test
    void keepsTheEnvironmentAndInputFromTheCodeAllTheSame() throws Exception {
        Score score = score(unsafe, "import os, sys", """
                assert not set(os.environ) - {
                    "PATH", "LANG", "HOME", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_", "JUNIT_LLM_RUN", "PYTHONHASHSEED"
                }, sorted(os.environ)
                assert sys.stdin.read() == ""
                assert os.listdir(".") == [] and os.environ["HOME"] == os.getcwd()
                assert os.stat("..").st_mode & 0o777 == 0o700
                """);

        assertThat(score.value()).as(score.reason()).hasValue(1);
    }

    @Test
    void endsWhatComputesOrWaitsForEver() throws Exception {
        assertThat(score(unsafe, "while True: pass", "assert True").reason())
                .startsWith("timeout: more than 1 s of processor time");
        assertThat(score(
                                unsafe.limits(CodeLimits.DEFAULT.wall(Duration.ofSeconds(1))),
                                "import time; time.sleep(1000)",
                                "assert True")
                        .reason())
                .startsWith("timeout: not done after 1.0 s by the clock");
    }

    @Test
    void endsChildrenThatLeftTheirParentAndSession() throws Exception {
        Score score = score(unsafe, """
                import os, time
                def leave():
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            time.sleep(1000)
                        os._exit(0)
                    os.wait()
                """, "leave()");

        assertThat(score.value()).as(score.reason()).hasValue(1);
    }

    @Test
    void countsProcessesWhereTheSystemDoesNot() throws Exception {
        Score score = score(unsafe.limits(CodeLimits.DEFAULT.processes(4)), """
                import os, time
                for child in range(20):
                    if os.fork() == 0:
                        time.sleep(1000)
                time.sleep(1000)
                """, "assert True");

        assertThat(score.details()).containsEntry("ended", "processes");
    }

    @Test
    void deletesTheFolderAndFollowsNoLink(@TempDir Path outside) throws Exception {
        Path kept = Files.writeString(outside.resolve("kept"), "x");

        Score score = score(unsafe, """
                import os
                def spoil():
                    os.symlink("%s", "link")
                    for depth in range(1000):
                        os.mkdir("deep")
                        os.chdir("deep")
                        os.chmod(".", 0o700)
                """.formatted(outside), "spoil()");

        assertThat(score.value()).as(score.reason()).hasValue(1);
        assertThat(kept).exists();
        assertThat(Leftovers.folders()).isEmpty();
    }
}
