package dev.junitllm.report;

import dev.junitllm.Printable;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.CaseResult.Exchange;
import dev.junitllm.run.TraceNote;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.ScoreTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a case that did not pass says: the failed or skipped test's message. */
public final class CaseMessages {

    private static final int TEXT_SHOWN = 2000;

    private CaseMessages() {}

    /**
     * The message of a case that did not pass.
     *
     * @param result the case
     * @param resultsFile where its record is kept
     * @return what happened, the case's input, expected and actual, each score against its bar, the step
     *     that failed and the one that took longest, and where to read on
     */
    public static String notPassed(CaseResult result, Path resultsFile) {
        Exchange exchange = result.exchange();
        StringBuilder message = new StringBuilder(headline(result))
                .append("\n  case:     ")
                .append(Printable.line(result.displayName()));
        if (exchange.location() != null) {
            message.append(" (").append(exchange.location()).append(')');
        }
        append(message, "input:    ", exchange.input());
        if (exchange.expected() != null) {
            append(message, "expected: ", exchange.expected());
        }
        append(message, "actual:   ", exchange.output() == null ? "(none recorded)" : exchange.output());
        if (!result.scores().isEmpty()) {
            message.append("\n  scores:\n")
                    .append(ScoreTable.of(result.scores()).indent(4).stripTrailing());
        }
        message.append(steps(result.trace()));
        if (!result.trace().file().isEmpty()) {
            message.append("\n  trace:    ")
                    .append(resultsFile.resolveSibling(result.trace().file()));
        }
        return message.append("\n  record:   ").append(resultsFile).toString();
    }

    private static String steps(TraceNote trace) {
        return step("failed:   ", trace.failedStep()) + step("slowest:  ", trace.slowestStep());
    }

    private static String step(String label, String said) {
        return said.isEmpty() ? "" : "\n  " + label + "step " + Printable.line(said);
    }

    /**
     * What is added to the failure of a plain test that was traced.
     *
     * @param trace what its trace shows
     * @param folder the run's folder
     * @return where the trace is, the step that failed and the one that took longest
     */
    public static String plainTestFailed(TraceNote trace, Path folder) {
        return "trace: " + folder.resolve(trace.file()) + steps(trace);
    }

    /**
     * The message of a case whose body threw, where a gate answers for it.
     *
     * @param assertion whether the body's own assertion failed
     * @param quarantine until when the case is in quarantine and why, or {@code null} where a gate counts it
     * @param thrown what it threw, as text
     * @return why the case is shown as skipped
     */
    public static String softened(boolean assertion, @Nullable String quarantine, String thrown) {
        return (assertion ? "the test's own assertion failed; " : "error; ")
                + whoAnswers(quarantine)
                + ": "
                + Printable.block(thrown, TEXT_SHOWN);
    }

    /**
     * The message of a case that was not run.
     *
     * @param why for want of what
     * @return why it is shown as skipped
     */
    public static String notRun(String why) {
        return "NOT RUN: " + Printable.block(why, TEXT_SHOWN);
    }

    private static String whoAnswers(@Nullable String quarantine) {
        return quarantine == null ? "counted by the gate" : "in quarantine " + Printable.line(quarantine);
    }

    /**
     * What JUnit's own reports are told of a case.
     *
     * @param result the case
     * @return outcome, scores by name, and the file of the trace where it did not pass; safe for XML
     */
    public static Map<String, String> reportEntry(CaseResult result) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("junit-llm.case", Printable.line(result.displayName()));
        entry.put(
                "junit-llm.outcome",
                result.notRun() ? "NOT RUN" : result.outcome().name());
        if (!result.trace().file().isEmpty()) {
            entry.put("junit-llm.trace", result.trace().file());
        }
        if (result.replayed()) {
            entry.put("junit-llm.replayed", "true");
        }
        result.scores()
                .forEach(score -> entry.put(
                        "junit-llm.score." + score.name(),
                        score.value() == null
                                ? score.outcome().name()
                                : ScoreTable.value(score.value(), score.bar()) + " " + score.outcome()));
        return entry;
    }

    private static String headline(CaseResult result) {
        String counted = result.soft() ? "; " + whoAnswers(result.quarantine()) : "";
        CaseError error = result.error();
        if (result.outcome() == CaseOutcome.FAILED) {
            return (result.assertion() == null ? "below the bar" : "the test's own assertion failed") + counted;
        }
        if (error != null && result.notRun()) {
            return notRun(error.message());
        }
        return (error == null ? result.outcome().name() : Printable.block(error.message(), TEXT_SHOWN)) + counted;
    }

    private static void append(StringBuilder message, String label, String text) {
        message.append("\n  ")
                .append(label)
                .append(Printable.block(text, TEXT_SHOWN).replace("\n", "\n            "));
    }
}
