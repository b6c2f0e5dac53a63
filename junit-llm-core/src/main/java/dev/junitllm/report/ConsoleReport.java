package dev.junitllm.report;

import dev.junitllm.Configuration;
import dev.junitllm.trace.TraceTotals;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sums a run up on the console, once, at its end. */
public final class ConsoleReport {

    private final Configuration configuration;
    private final PrintStream out;
    private final Style style;
    private final UnaryOperator<String> safe;

    /**
     * A report in the style the stream can show.
     *
     * @param configuration the settings of the run
     * @param out where to print
     * @param safe removes what must not be shown
     */
    public ConsoleReport(Configuration configuration, PrintStream out, UnaryOperator<String> safe) {
        this(
                configuration,
                out,
                Terminal.isColorful(System.getenv(), Terminal.isInteractive()) ? Style.COLOR : Style.PLAIN,
                safe);
    }

    ConsoleReport(Configuration configuration, PrintStream out, Style style) {
        this(configuration, out, style, text -> text);
    }

    private ConsoleReport(Configuration configuration, PrintStream out, Style style, UnaryOperator<String> safe) {
        this.safe = safe;
        this.configuration = configuration;
        this.out = out;
        this.style = style;
    }

    /**
     * Prints all golden sets of a run.
     *
     * @param sets in the order to show them; nothing is printed where there are none
     * @param traced what was traced
     */
    public void print(List<SetReport> sets, TraceTotals traced) {
        if (sets.isEmpty() || !configuration.console()) {
            return;
        }
        StringBuilder text = new StringBuilder("\n").append(new ConsoleTable(sets, style).text());
        sets.stream()
                .map(SetReport::summaryFile)
                .distinct()
                .forEach(file -> text.append("All cases and verdicts: ")
                        .append(shown(file))
                        .append('\n'));
        TraceMessages.missing(traced)
                .forEach(said -> text.append("Traces: ").append(said).append('\n'));
        out.print(safe.apply(text.toString()));
        out.flush();
    }

    private static String shown(Path file) {
        return ShownPath.of(file, Path.of(""));
    }
}
