package dev.junitllm.score.code;

/** What this machine has to run code with. Tests that need it are skipped, and say so, where it is absent. */
final class Machine {

    static final String RUNS_PYTHON = "dev.junitllm.score.code.Machine#runsPython";
    static final String NO_PYTHON = "skipped: no complete sandbox here, or no Python 3.7 on the PATH";

    static final String RUNS_JAVASCRIPT = "dev.junitllm.score.code.Machine#runsJavaScript";
    static final String NO_JAVASCRIPT = "skipped: no complete sandbox here, or no Node.js 16 on the PATH";

    static final String RUNS_JAVA = "dev.junitllm.score.code.Machine#runsJava";
    static final String NO_JAVA = "skipped: no complete sandbox here, or no compiler in this Java";

    static final String HAS_SANDBOX = "dev.junitllm.score.code.Machine#hasSandbox";
    static final String NO_SANDBOX = "skipped: no complete sandbox here";

    private Machine() {}

    static boolean hasSandbox() {
        return Sandboxes.ofThisMachine().findings().stream().anyMatch(SandboxProbe.Finding::complete);
    }

    static boolean runsPython() {
        return hasSandbox() && Interpreters.python().isPresent();
    }

    static boolean runsJavaScript() {
        return hasSandbox() && Interpreters.node().isPresent();
    }

    static boolean runsJava() {
        return hasSandbox() && Interpreters.java().isPresent();
    }
}
