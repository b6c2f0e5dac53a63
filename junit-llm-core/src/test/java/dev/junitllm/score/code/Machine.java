package dev.junitllm.score.code;

import java.util.List;
import java.util.stream.Stream;

/** What this machine has to run code with. Tests that need it are skipped, and say so, where it is absent. */
final class Machine {

    static final String HAS_SANDBOX = "dev.junitllm.score.code.Machine#hasSandbox";
    static final String NO_SANDBOX = "skipped: no complete sandbox here";

    static final String RUNS_PYTHON = "dev.junitllm.score.code.Machine#runsPython";
    static final String NO_PYTHON = "skipped: no complete sandbox here, or no Python 3.7 on the PATH";

    static final String RUNS_JAVASCRIPT = "dev.junitllm.score.code.Machine#runsJavaScript";
    static final String NO_JAVASCRIPT = "skipped: no complete sandbox here, or no Node.js 16 on the PATH";

    static final String RUNS_JAVA = "dev.junitllm.score.code.Machine#runsJava";
    static final String NO_JAVA = "skipped: no complete sandbox here, or no compiler in this Java";

    static final String HAS_PYTHON = "dev.junitllm.score.code.Machine#hasPython";
    static final String LACKS_PYTHON = "skipped: no Python 3.7 on the PATH";

    private static final class Tried {
        static final List<SandboxProbe.Finding> FINDINGS =
                candidates().map(SandboxProbe::of).toList();
    }

    private Machine() {}

    static boolean hasSandbox() {
        return Sandboxes.ofThisMachine().findings().stream().anyMatch(SandboxProbe.Finding::complete);
    }

    static boolean hasPython() {
        return Interpreters.python().isPresent();
    }

    static boolean runsPython() {
        return hasSandbox() && hasPython();
    }

    static boolean runsJavaScript() {
        return hasSandbox() && Interpreters.node().isPresent();
    }

    static boolean runsJava() {
        return hasSandbox() && Interpreters.java().isPresent();
    }

    /** Every kind of sandbox that is complete here, not only the one that would be chosen. */
    static Stream<SandboxProbe.Finding> completeSandboxes() {
        return Tried.FINDINGS.stream().filter(SandboxProbe.Finding::complete);
    }

    /** Every kind of sandbox that could be here, tried out. */
    static List<SandboxProbe.Finding> triedSandboxes() {
        return Tried.FINDINGS;
    }

    static Sandboxes only(SandboxProbe.Finding finding) {
        return new Sandboxes(List.of(finding));
    }

    /** No sandbox at all. */
    static Unfenced unfenced() {
        return new Unfenced(LaunchTools.find());
    }

    private static Stream<Sandbox> candidates() {
        return LaunchTools.find().map(Sandboxes::candidates).orElse(List.of()).stream();
    }
}
