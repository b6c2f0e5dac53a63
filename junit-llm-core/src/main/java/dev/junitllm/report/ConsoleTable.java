package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Golden sets as one table for a screen: a line for each with its counts, and below it its means and its verdicts, all
 * measured values in one column.
 */
final class ConsoleTable {

    /** The widest first column: with the counts beside it a line stays below 110 columns. */
    private static final int WIDEST_NAME = 68;

    private static final int WIDTH = 104;

    private final List<SetReport> sets;
    private final Style style;
    private final int statusWidth;
    private final int nameWidth;
    private final List<List<String>> counts;
    private final int[] countWidths;

    ConsoleTable(List<SetReport> sets, Style style) {
        this.sets = sets;
        this.style = style;
        this.statusWidth = Stream.concat(
                        Stream.of(SetLevel.MEAN),
                        sets.stream().flatMap(set -> set.verdicts().stream()).map(Verdict::shownStatus))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        boolean unscored = sets.stream().anyMatch(set -> set.summary().count(CaseOutcome.UNSCORED) > 0);
        this.counts = Stream.concat(Stream.of(heading(unscored)), sets.stream().map(set -> counts(set, unscored)))
                .toList();
        this.countWidths = IntStream.range(0, counts.get(0).size())
                .map(column -> counts.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        this.nameWidth = sets.stream()
                .flatMap(this::names)
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST_NAME)
                .max()
                .orElse(WIDEST_NAME);
    }

    /** The table, each line ended by a line feed. */
    String text() {
        StringBuilder text = new StringBuilder();
        appendCounts(text, "junit-llm", counts.get(0));
        for (int i = 0; i < sets.size(); i++) {
            append(text, sets.get(i), counts.get(i + 1));
        }
        return text.toString();
    }

    private void append(StringBuilder text, SetReport set, List<String> counted) {
        appendCounts(text, name(set), counted);
        text.append("  ").append(Printable.line(set.set().goldenSet())).append('\n');
        SetLevel.of(set.summary())
                .forEach(level -> appendRow(text, level.label(), level.label(), level.name(), level.value()));
        switch (set.ending()) {
            case DECIDED -> {
                set.verdicts().forEach(verdict -> append(text, verdict));
                if (!set.remark().isEmpty()) {
                    appendRemark(text, Style.Color.YELLOW, set.remark());
                }
            }
            case NO_GATES -> {
                appendRemark(text, allPassed(set) ? Style.Color.GREEN : Style.Color.RED, SetTable.NO_GATE);
                if (!set.remark().isEmpty()) {
                    appendRemark(text, Style.Color.YELLOW, set.remark());
                }
            }
            case PARTIAL -> appendRemark(text, Style.Color.YELLOW, set.remark());
            case BROKEN -> appendRemark(text, Style.Color.RED, "ERROR " + set.remark());
        }
        set.summary().history().stream()
                .flatMap(history -> HistoryWords.warnings(history).stream())
                .forEach(warning -> appendRemark(text, Style.Color.YELLOW, warning));
        FlakinessMessages.line(set.summary()).ifPresent(line -> appendRemark(text, Style.Color.YELLOW, line));
        int quarantined = set.summary().quarantined().size();
        if (quarantined > 0) {
            appendRemark(text, Style.Color.YELLOW, StoppingMessages.quarantined(quarantined));
        }
        ConsoleCases.lines(set).forEach(line -> text.append("  ").append(line).append('\n'));
        SpeedHint.of(set).ifPresent(hint -> appendRemark(text, Style.Color.YELLOW, hint));
    }

    private void append(StringBuilder text, Verdict verdict) {
        String status = verdict.shownStatus();
        appendRow(text, status, style.colored(color(verdict), status), gate(verdict), measured(verdict.estimate()));
        if (numbersDontTell(verdict)) {
            appendBelow(text, verdict.reason());
        }
        String figures = VerdictFigures.line(verdict);
        if (!figures.isEmpty()) {
            appendBelow(text, figures);
        }
    }

    private void appendBelow(StringBuilder text, String words) {
        wrapped(words, WIDTH - statusWidth - 4)
                .forEach(line ->
                        text.append(" ".repeat(statusWidth + 4)).append(line).append('\n'));
    }

    private static Style.Color color(Verdict verdict) {
        if (verdict.failsTheBuild()) {
            return Style.Color.RED;
        }
        return verdict.status() == VerdictStatus.PASS ? Style.Color.GREEN : Style.Color.YELLOW;
    }

    /** A pass may hang on the errors that were left out, and an error has no number at all: those say why. */
    private static boolean numbersDontTell(Verdict verdict) {
        return (verdict.status() != VerdictStatus.PASS && verdict.status() != VerdictStatus.FAIL)
                || verdict.tally().errors() > 0;
    }

    private void appendCounts(StringBuilder text, String name, List<String> counted) {
        text.append(style.bold(name));
        if (name.length() > nameWidth) {
            text.append('\n').append(" ".repeat(nameWidth));
        } else {
            text.append(" ".repeat(nameWidth - name.length()));
        }
        for (int column = 0; column < countWidths.length; column++) {
            String count = counted.get(column);
            text.append("  ")
                    .append(" ".repeat(countWidths[column] - count.length()))
                    .append(count);
        }
        text.append('\n');
    }

    private void appendRow(StringBuilder text, String label, String shownLabel, String name, String value) {
        text.append("  ")
                .append(shownLabel)
                .append(" ".repeat(statusWidth - label.length() + 2))
                .append(name);
        int used = statusWidth + 4 + name.length();
        text.append(used > nameWidth ? "  " : " ".repeat(nameWidth - used + 2))
                .append(value)
                .append('\n');
    }

    private void appendRemark(StringBuilder text, Style.Color color, String remark) {
        wrapped(Printable.line(remark), WIDTH - 2)
                .forEach(line ->
                        text.append("  ").append(style.colored(color, line)).append('\n'));
    }

    private static boolean allPassed(SetReport set) {
        return set.summary().count(CaseOutcome.PASSED)
                == set.summary().samples().count();
    }

    private static List<String> heading(boolean unscored) {
        return unscored
                ? List.of("cases", "passed", "failed", "errors", "unscored", "time")
                : List.of("cases", "passed", "failed", "errors", "time");
    }

    private static List<String> counts(SetReport set, boolean unscored) {
        Stream<CaseOutcome> outcomes =
                Stream.of(CaseOutcome.values()).filter(outcome -> unscored || outcome != CaseOutcome.UNSCORED);
        return Stream.of(
                        Stream.of(SetTable.cases(set)),
                        outcomes.map(outcome -> Integer.toString(counted(set, outcome))),
                        Stream.of(SetTable.duration(set.duration())))
                .flatMap(cells -> cells)
                .toList();
    }

    /** What was not run is no error that somebody has to look for; the remark below says how much that is. */
    private static int counted(SetReport set, CaseOutcome outcome) {
        int count = set.summary().count(outcome);
        return outcome == CaseOutcome.ERROR ? count - set.summary().notRun() : count;
    }

    private static String name(SetReport set) {
        return Printable.line(set.set().test().displayName());
    }

    private static String gate(Verdict verdict) {
        return Printable.line(verdict.gate().asWritten());
    }

    private static String measured(@Nullable Estimate estimate) {
        if (estimate == null) {
            return "-";
        }
        String value = Decimals.show(estimate.value());
        return estimate.lower() == null || estimate.upper() == null
                ? value
                : "%-5s  95%% interval %s to %s"
                        .formatted(value, Decimals.show(estimate.lower()), Decimals.show(estimate.upper()));
    }

    /** Everything that stands in the first column, as wide as it is with its indentation. */
    private Stream<String> names(SetReport set) {
        String indent = " ".repeat(statusWidth + 4);
        return Stream.of(
                        Stream.of(name(set)),
                        SetLevel.of(set.summary()).stream().map(SetLevel::name).map(indent::concat),
                        set.verdicts().stream().map(ConsoleTable::gate).map(indent::concat))
                .flatMap(names -> names);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
