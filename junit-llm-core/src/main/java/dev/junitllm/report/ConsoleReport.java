package dev.junitllm.report;

import dev.junitllm.Configuration;
import dev.junitllm.Printable;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.VerdictStatus;
import java.io.PrintStream;
import java.util.List;

/** Sums a run up on the console, once, at its end. */
public final class ConsoleReport {

    private final Configuration configuration;
    private final PrintStream out;
    private final Style style;

    /**
     * A report in the style the stream can show.
     *
     * @param configuration the settings of the run
     * @param out where to print
     */
    public ConsoleReport(Configuration configuration, PrintStream out) {
        this(configuration, out, Terminal.isColorful(System.getenv()) ? Style.COLOR : Style.PLAIN);
    }

    ConsoleReport(Configuration configuration, PrintStream out, Style style) {
        this.configuration = configuration;
        this.out = out;
        this.style = style;
    }

    /**
     * Prints all golden sets of a run.
     *
     * @param sets in the order they ended; nothing is printed where there are none
     */
    public void print(List<SetReport> sets) {
        if (sets.isEmpty() || !configuration.console()) {
            return;
        }
        StringBuilder text =
                new StringBuilder("\n").append(style.bold("junit-llm")).append('\n');
        sets.forEach(set -> append(text, set));
        sets.stream()
                .map(set -> set.summaryFile().getParent())
                .distinct()
                .forEach(folder -> text.append("  files: ").append(folder).append('\n'));
        out.print(text);
        out.flush();
    }

    private void append(StringBuilder text, SetReport set) {
        text.append("  ")
                .append(style.bold(Printable.line(set.set().test().displayName())))
                .append("  ")
                .append(Printable.line(set.set().goldenSet()))
                .append('\n');
        row(
                text,
                "cases",
                SetTable.cases(set) + ": " + SetTable.outcomes(set) + "  (" + SetTable.duration(set.duration()) + ")");
        row(text, "means", SetTable.means(set));
        SetTable.verdicts(set).forEach(line -> row(text, "gate", style.verdict(color(set, line), line)));
    }

    private static void row(StringBuilder text, String label, String value) {
        text.append("    ")
                .append(label)
                .append(" ".repeat(7 - label.length()))
                .append(value)
                .append('\n');
    }

    private static Style.Color color(SetReport set, String line) {
        if (set.ending() == SetReport.Ending.NO_GATES) {
            boolean clean = set.summary().count(CaseOutcome.PASSED)
                    == set.set().cases() * set.set().samplesPerCase();
            return clean ? Style.Color.GREEN : Style.Color.RED;
        }
        if (set.ending() == SetReport.Ending.PARTIAL) {
            return Style.Color.YELLOW;
        }
        return line.startsWith(VerdictStatus.PASS.name()) ? Style.Color.GREEN : Style.Color.RED;
    }
}
