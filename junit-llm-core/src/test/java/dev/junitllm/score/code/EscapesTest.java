package dev.junitllm.score.code;

import static dev.junitllm.score.code.CodeCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that wants out, or wants everything, in every sandbox that is complete on this machine. */
@Tag("slow")
@EnabledIf(value = Machine.RUNS_PYTHON, disabledReason = Machine.NO_PYTHON)
@Timeout(120)
class EscapesTest {

    private static final CodeLimits TIGHT = CodeLimits.DEFAULT
            .cpu(Duration.ofSeconds(1))
            .wall(Duration.ofSeconds(10))
            .memory(128L << 20)
            .processes(24)
            .disk(4L << 20)
            .output(1L << 20);

    /** For code that looks at many files: an interpreter's own may lie in the user's home. */
    private static final CodeLimits UNHURRIED =
            TIGHT.cpu(Duration.ofSeconds(20)).wall(Duration.ofSeconds(60));

    static Stream<Named<SandboxProbe.Finding>> sandboxes() {
        return Machine.completeSandboxes()
                .map(finding -> Named.of(finding.sandbox().name(), finding));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        Leftovers.awaitNone();
        assertThat(Leftovers.folders()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void seesNothingOfTheUsers(SandboxProbe.Finding sandbox, @TempDir Path outside) throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "x");
        assertThat(secret.toFile().setReadable(true, false)).isTrue();
        String home = System.getProperty("user.home");

        passes(sandbox, UNHURRIED, """
                import os
                def sees(path):
                    try:
                        return os.path.exists(path) and (os.path.isfile(path) or bool(os.listdir(path)))
                    except OSError:
                        return False
                """, """
                assert not sees(%s)
                assert not sees(%s)
                assert not sees(%s)
                assert not sees("/etc/passwd") and not sees("/var") and not sees("/run") and not sees("/sys")
                assert os.listdir(".") == []
                homes = [os.path.join(path, name) for path, _, names in os.walk(%s) for name in names]
                assert all(name.startswith(%s) for name in homes), homes
                """.formatted(
                        quoted(secret),
                        quoted(Path.of(home, ".m2")),
                        quoted(Path.of("").toAbsolutePath()),
                        quoted(Path.of(home)),
                        "("
                                + String.join(
                                        ", ",
                                        Interpreters.python().orElseThrow().readable().stream()
                                                .map(EscapesTest::quoted)
                                                .toList())
                                + ",)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void reachesNobody(SandboxProbe.Finding sandbox) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            passes(sandbox, """
                    import socket
                    def reaches(host, port):
                        try:
                            socket.create_connection((host, port), 1).close()
                            return True
                        except OSError:
                            return False
                    """, """
                    assert not reaches("127.0.0.1", %s)
                    assert not reaches("localhost", %s)
                    assert [name for _, name in socket.if_nameindex()] == ["lo"]
                    """.formatted(server.getLocalPort(), server.getLocalPort()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void callsNothingThatNamespacesDoNotHoldUp(SandboxProbe.Finding sandbox) throws Exception {
        assumeThat(sandbox.sandbox())
                .as("skipped: only bubblewrap filters system calls")
                .isInstanceOf(Bubblewrap.class);
        assumeThat(SystemCallFilter.ofThisMachine())
                .as("skipped: the numbers of this processor's system calls are not known")
                .isPresent();
        passes(sandbox, """
                import ctypes, errno, platform, socket
                libc = ctypes.CDLL(None, use_errno=True)
                def refused(number, *arguments):
                    return libc.syscall(number, *arguments) == -1 and ctypes.get_errno() == errno.EPERM
                """, """
                x86 = platform.machine() == "x86_64"
                KEYCTL, IO_URING_SETUP, PTRACE, SOCKET = (250, 425, 101, 41) if x86 else (219, 425, 117, 198)
                assert refused(KEYCTL, 0, -3, 0)
                assert refused(IO_URING_SETUP, 1, None)
                assert refused(PTRACE, 16, 1, 0, 0)
                assert refused(SOCKET, 40, 1, 0)
                socket.socket(socket.AF_INET).close()
                socket.socketpair()[0].close()
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void inheritsNeitherEnvironmentNorInputNorOpenFiles(SandboxProbe.Finding sandbox) throws Exception {
        passes(sandbox, "import os, sys", """
                assert set(os.environ) <= {
                    "PATH", "LANG", "HOME", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_", "JUNIT_LLM_RUN", "PYTHONHASHSEED"
                }, sorted(os.environ)
                assert os.environ["HOME"] == os.getcwd() == "/work"
                assert sys.stdin.read() == ""
                import stat
                files = [fd for fd in range(3, 256) if os.path.exists("/proc/self/fd/%d" % fd)]
                assert [fd for fd in files if not stat.S_ISFIFO(os.fstat(fd).st_mode)] == [], files
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void hasNoPrivilegesAndGetsNone(SandboxProbe.Finding sandbox) throws Exception {
        passes(sandbox, "import ctypes, os, subprocess", """
                status = dict(line.split(":\\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\\t" in line)
                for kind in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
                    assert int(status[kind], 16) == 0, status
                assert status["NoNewPrivs"] == "1"
                libc = ctypes.CDLL(None, use_errno=True)
                CLONE_NEWUSER, CLONE_NEWNS = 0x10000000, 0x00020000
                assert libc.unshare(CLONE_NEWUSER) != 0
                assert libc.unshare(CLONE_NEWNS) != 0
                assert libc.mount(b"none", b"/work", b"tmpfs", 0, None) != 0
                assert libc.umount2(b"/program", 2) != 0
                for path in ("/proc/sys/kernel/core_pattern", "/proc/sys/user/max_user_namespaces", "/proc/sysrq-trigger"):
                    try:
                        open(path, "r+b").close()
                    except OSError:
                        continue
                    raise AssertionError(path)
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void writesNowhereButInItsFolder(SandboxProbe.Finding sandbox) throws Exception {
        passes(sandbox, """
                import os, subprocess
                def writes(folder):
                    try:
                        with open(os.path.join(folder, "new"), "w") as file:
                            file.write("x")
                        os.unlink(os.path.join(folder, "new"))
                        return True
                    except OSError:
                        return False
                """, """
                import sys
                for folder in ["/", "/usr", "/usr/bin", "/program", "/dev", "/proc", "/etc", sys.prefix, "/tmp", "/old"]:
                    assert not writes(folder), folder
                assert writes("/work")
                subprocess.run(["rm", "-rf", "--no-preserve-root", "/"], stderr=subprocess.DEVNULL)
                assert os.path.exists("/program/solution.py")
                """);
        assertThat(Path.of("/usr/bin")).isNotEmptyDirectory();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void computesForEver(SandboxProbe.Finding sandbox) throws Exception {
        Score score = fails(sandbox, "while True: pass", "timeout");

        assertThat(score.reason()).startsWith("timeout: more than 1 s of processor time");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void computesForEverAndIgnoresEverySignal(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, """
                import signal
                for number in range(1, 65):
                    try:
                        signal.signal(number, signal.SIG_IGN)
                    except (OSError, ValueError):
                        pass
                while True: pass
                """, "timeout");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void waitsForEver(SandboxProbe.Finding sandbox) throws Exception {
        Score score = fails(sandbox, TIGHT.wall(Duration.ofSeconds(1)), "import time; time.sleep(1000)", "timeout");

        assertThat(score.reason()).startsWith("timeout: not done after 1.0 s by the clock");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void takesAllMemory(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, "hoard = bytearray(1 << 30)", "memory");
        fails(
                sandbox,
                "import mmap\nshared = mmap.mmap(-1, 1 << 30)\nfor i in range(0, 1 << 30, 4096): shared[i] = 1",
                "memory");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void takesAllMemoryByManyProcesses(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, """
                import os, time
                for child in range(12):
                    if os.fork() == 0:
                        hoard = os.urandom(1 << 16) * (1 << 9)
                        time.sleep(1000)
                time.sleep(1000)
                """, "memory");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void multiplies(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, TIGHT.wall(Duration.ofSeconds(2)), """
                import os
                while True:
                    try:
                        os.fork()
                    except OSError:
                        pass
                """, "timeout");
        passes(sandbox, """
                import os, time
                def multiply():
                    begun = 0
                    while True:
                        try:
                            if os.fork() == 0:
                                time.sleep(1000)
                        except OSError:
                            return begun
                        begun += 1
                """, "assert 4 <= multiply() <= 24");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void leavesChildrenThatHoldItsOutput(SandboxProbe.Finding sandbox) throws Exception {
        long began = System.nanoTime();
        passes(sandbox, """
                import os, time
                def leave():
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            time.sleep(1000)
                        os._exit(0)
                    os.wait()
                """, "leave()");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void killsWhatItCan(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, """
                import os
                for victim in (-1, 1, os.getppid(), 0):
                    try:
                        os.kill(victim, 9)
                    except OSError:
                        pass
                os._exit(0)
                """, "left early", "crashed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void leavesZombies(SandboxProbe.Finding sandbox) throws Exception {
        passes(sandbox, """
                import os
                def leave():
                    for child in range(8):
                        if os.fork() == 0:
                            os._exit(0)
                """, "leave()");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void writesWithoutEnd(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, "while True: print('x' * 10000)", "output");
        fails(sandbox, "import sys\nwhile True: sys.stderr.write('x' * 10000)", "output");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void fillsTheDisk(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, "open('big', 'wb').write(bytes(5 << 20))", "failed", "crashed");
        fails(sandbox, """
                for number in range(1000):
                    with open("file-%d" % number, "wb") as file:
                        file.write(bytes(1 << 20))
                """, "failed");
        fails(sandbox, """
                for number in range(1000):
                    with open("/dev/shm/file-%d" % number, "wb") as file:
                        file.write(bytes(1 << 20))
                """, "failed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void writesOnTheReportersChannels(SandboxProbe.Finding sandbox) throws Exception {
        fails(sandbox, """
                import os
                for channel in range(1, 20):
                    try:
                        os.write(channel, b"passed\\npassed 0123456789abcdef0123456789abcdef\\ntests\\n" * 1000)
                    except OSError:
                        pass
                os._exit(0)
                """, "left early", "failed");
        fails(sandbox, "import os; os.closerange(0, 100); os._exit(0)", "left early");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void writesWhatMovesCursors(SandboxProbe.Finding sandbox) throws Exception {
        Score score = fails(
                sandbox,
                "import os; os.write(2, b'\\x1b[2Jgone\\x00\\xff\\xfe\\r\\x07' + '\\u202e'.encode()); os._exit(3)",
                "left early");

        assertThat(score.reason())
                .isEqualTo("the code ended the program before the tests had ended (exit code 3); its last output:"
                        + " \\u001b[2Jgone\\u0000\ufffd\ufffd\\r\\u0007\\u202e");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sandboxes")
    void linksAndNestsAndLocks(SandboxProbe.Finding sandbox, @TempDir Path outside) throws Exception {
        Path kept = Files.writeString(outside.resolve("kept"), "x");
        passes(sandbox, """
                import os
                def spoil():
                    os.symlink(%s, "link")
                    os.symlink("/", "root")
                    for depth in range(2000):
                        os.mkdir("deep")
                        os.chdir("deep")
                    os.chdir("/work")
                    os.mkdir("locked")
                    open("locked/file", "w").close()
                    os.chmod("locked", 0)
                """.formatted(quoted(outside)), "spoil()");
        assertThat(kept).exists();
    }

    private static void passes(SandboxProbe.Finding sandbox, String code, String tests) throws ScoringException {
        passes(sandbox, TIGHT, code, tests);
    }

    private static void passes(SandboxProbe.Finding sandbox, CodeLimits limits, String code, String tests)
            throws ScoringException {
        Score score = score(scorer(sandbox, limits), code, tests);
        assertThat(score.value()).as(score.reason()).hasValue(1);
    }

    private static Score fails(SandboxProbe.Finding sandbox, String code, String... endings) throws ScoringException {
        return fails(sandbox, TIGHT, code, endings);
    }

    private static Score fails(SandboxProbe.Finding sandbox, CodeLimits limits, String code, String... endings)
            throws ScoringException {
        Score score = score(scorer(sandbox, limits), code, "assert True");
        assertThat(score.value()).as(score.reason()).hasValue(0);
        assertThat((String) score.details().get("ended")).as(score.reason()).isIn((Object[]) endings);
        return score;
    }

    private static CodeTests scorer(SandboxProbe.Finding sandbox, CodeLimits limits) {
        return CodeTests.python().limits(limits).sandboxes(() -> Machine.only(sandbox));
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace(File.separator, "/") + "\"";
    }
}
