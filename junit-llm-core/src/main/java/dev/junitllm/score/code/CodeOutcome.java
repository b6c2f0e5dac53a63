package dev.junitllm.score.code;

import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the end of a run into a score. All that comes from the run may be hostile: it is shown, and believed in nothing. */
final class CodeOutcome {

    private static final int REASON = 300;
    private static final int SIGNALS_FROM = 128;

    private final CodeSettings settings;
    private final SandboxProbe.Finding sandbox;
    private final String passed;

    CodeOutcome(CodeSettings settings, SandboxProbe.Finding sandbox, String token) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.passed = "passed " + token;
    }

    Score of(RunEnd end) {
        String report = report(end);
        if (end.how() != RunEnd.How.BY_ITSELF) {
            return score(false, end, limit(end));
        }
        boolean saysSo =
                report.lines().anyMatch(passed::equals) || settings.language().trustsExitCode();
        if (end.exitCode() == 0 && saysSo) {
            return score(true, end, new Ending("passed", "the tests passed"));
        }
        return score(false, end, failed(end, report));
    }

    private Score score(boolean pass, RunEnd end, Ending ending) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("ended", ending.word());
        details.put("seconds", end.wall().toMillis() / 1000.0);
        details.put("sandbox", sandbox.sandbox().name());
        String reason = ending.reason();
        if (!sandbox.complete()) {
            details.put(
                    "missing", sandbox.missing().stream().map(Protection::words).toList());
            reason += "; run without this: " + Protection.list(sandbox.missing());
        }
        return Score.passOrFail(pass, reason).withDetails(details);
    }

    private Ending limit(RunEnd end) {
        CodeLimits limits = settings.limits();
        return switch (end.how()) {
            case CPU_TIME ->
                new Ending(
                        "timeout",
                        "timeout: more than %s s of processor time".formatted(limits.cpuSeconds()) + tail(end));
            case WALL_TIME ->
                new Ending(
                        "timeout",
                        "timeout: not done after %s s by the clock"
                                        .formatted(limits.wall().toMillis() / 1000.0)
                                + tail(end));
            case MEMORY -> new Ending("memory", "more than %s bytes of memory".formatted(limits.memory()) + tail(end));
            case PROCESSES -> new Ending("processes", "more than %s processes".formatted(limits.processes()));
            case OUTPUT -> new Ending("output", "more than %s bytes of output".formatted(limits.output()) + tail(end));
            case BY_ITSELF -> throw new IllegalArgumentException("no limit ended it");
        };
    }

    private Ending failed(RunEnd end, String report) {
        String stage = report.lines().findFirst().orElse("");
        String message = Printable.line(
                report.substring(Math.min(report.length(), stage.length() + 1)).strip(), REASON);
        return switch (stage) {
            case "syntax" -> new Ending("syntax error", "the code can't be read: " + message);
            case "load" -> broken("failed", "the code failed before its tests: ", message);
            case "tests" -> broken("failed", "the tests failed: ", message);
            case "exit" ->
                new Ending("left early", "the code ended the program before the tests had ended: " + message);
            case "absent" -> new Ending("failed", "the code defines no " + message);
            default ->
                end.exitCode() > SIGNALS_FROM
                        ? new Ending(
                                "crashed", "ended by signal %s".formatted(end.exitCode() - SIGNALS_FROM) + tail(end))
                        : new Ending("left early", early(end) + tail(end));
        };
    }

    private String early(RunEnd end) {
        return settings.language().reportsReady()
                ? "the code ended the program before the tests had ended (exit code %s)".formatted(end.exitCode())
                : "the program ended with exit code %s".formatted(end.exitCode())
                        + (end.exitCode() == 0 ? " before its epilogue" : "");
    }

    private static Ending broken(String word, String what, String message) {
        return message.startsWith("MemoryError") || message.startsWith("java.lang.OutOfMemoryError")
                ? new Ending("memory", what + message)
                : new Ending(word, what + message);
    }

    /** What came after the launcher's and the harness's first words. */
    private static String report(RunEnd end) {
        List<String> first = List.of("started\n", "ready\n");
        String rest = end.report();
        for (String word : first) {
            rest = rest.startsWith(word) ? rest.substring(word.length()) : rest;
        }
        return rest;
    }

    private static String tail(RunEnd end) {
        String output = end.output().strip();
        int from = output.length() - Math.min(output.length(), REASON);
        return output.isEmpty() ? "" : "; its last output: " + Printable.line(output.substring(from));
    }

    /**
     * How it ended.
     *
     * @param word for details
     * @param reason for people
     */
    private record Ending(String word, String reason) {}
}
