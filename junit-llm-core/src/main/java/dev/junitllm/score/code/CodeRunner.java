package dev.junitllm.score.code;

import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/** Runs code against its tests, when it is its turn, and says how that ended. */
final class CodeRunner {

    private static final int TOKEN_BYTES = 16;
    private static final int TAIL = 300;
    private static final String UNUSABLE = "started\nunusable\n";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Code that is tested side by side with much other code would be found slow. */
    private static final Semaphore PROCESSORS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    private final CodeSettings settings;

    CodeRunner(CodeSettings settings) {
        this.settings = settings;
    }

    Score run(String golden, String code, String tests, String entryPoint) throws ScoringException {
        String token = token();
        Program program = settings.language()
                .program(code, tests, entryPoint, token, settings.limits())
                .alsoReading(settings.readable());
        SandboxProbe.Finding sandbox = settings.sandboxes().get().choose(settings.unsafe());
        RunEnd end = inTurn(new ProgramRun(sandbox.sandbox(), settings.limits()), program, token);
        checkBegun(golden, end, program);
        return new CodeOutcome(settings, sandbox, token).of(end);
    }

    private static RunEnd inTurn(ProgramRun run, Program program, String token) throws ScoringException {
        try {
            PROCESSORS.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoringException("INTERRUPTED", "interrupted before the code's turn came", e);
        }
        try {
            return run.run(program, token);
        } finally {
            PROCESSORS.release();
        }
    }

    /** The first words of a report come before the model's code is touched: it can't have prevented them. */
    private void checkBegun(String golden, RunEnd end, Program program) throws ScoringException {
        String said =
                end.output().isBlank() ? "" : ": " + Printable.line(end.output().strip(), TAIL);
        if (end.report().startsWith("absent\n")) {
            throw new ScoringException(
                    "NO_INTERPRETER",
                    "%s is not to be found in the sandbox; where it lies outside of /usr, name its folder in junit.llm.code.readable"
                            .formatted(program.interpreter()));
        }
        if (!end.report().startsWith("started\n")) {
            throw new ScoringException("SANDBOX", "the sandbox did not start" + said);
        }
        if (end.report().startsWith(UNUSABLE)) {
            String why = end.report().substring(UNUSABLE.length()).strip();
            throw new ScoringException("NO_TESTS", golden + ": the tests can't be used: " + Printable.line(why, TAIL));
        }
        if (settings.language().reportsReady() && !end.report().startsWith("started\nready\n")) {
            throw new ScoringException(
                    "NO_INTERPRETER",
                    "%s did not start in the sandbox (exit code %s)%s"
                            .formatted(program.interpreter(), end.exitCode(), said));
        }
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
