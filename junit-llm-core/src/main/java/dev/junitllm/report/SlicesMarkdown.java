package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.gate.SliceFigures;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The slices of a golden set as a table in Markdown, to look for weak spots. */
final class SlicesMarkdown {

    private static final int MOST_ROWS = 50;

    private static final String TOO_SMALL = "too small";

    private final UnaryOperator<String> escape;

    SlicesMarkdown(UnaryOperator<String> escape) {
        this.escape = escape;
    }

    void append(StringBuilder page, RunSummary summary) {
        List<SliceFigures> slices = SliceFigures.of(summary);
        if (slices.isEmpty()) {
            return;
        }
        long compared = slices.stream().filter(slice -> slice.lower() != null).count();
        page.append("\n**Slices**, exploratory: each of at least ")
                .append(SliceFigures.LEAST_CASES)
                .append(" cases is compared with the rest of the set (Welch), corrected for ")
                .append(compared)
                .append(compared == 1 ? " look" : " looks")
                .append(
                        " (Benjamini–Hochberg; an alarm is by Holm at 0.05). A low one is a question, not a finding.\n\n");
        List<String> scores = slices.stream()
                .flatMap(slice -> slice.means().keySet().stream())
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("slice", "cases", "passed", "95% interval"));
        scores.forEach(score -> head.add("mean " + escape.apply(score)));
        head.add("p, lower than the rest");
        row(page, head);
        page.append("|---".repeat(head.size())).append("|\n");
        slices.stream().limit(MOST_ROWS).forEach(slice -> row(page, cells(slice, scores)));
        if (slices.size() > MOST_ROWS) {
            page.append("\nand ").append(slices.size() - MOST_ROWS).append(" more slices\n");
        }
    }

    private List<String> cells(SliceFigures slice, List<String> scores) {
        Estimate rate = slice.rate();
        List<String> cells = new ArrayList<>();
        cells.add(escape.apply(slice.name()));
        cells.add(Integer.toString(slice.cases()));
        cells.add(rate == null ? "–" : Decimals.show(rate.value()));
        cells.add(
                rate == null || rate.lower() == null || rate.upper() == null
                        ? "–"
                        : Decimals.show(rate.lower()) + " to " + Decimals.show(rate.upper()));
        scores.forEach(score -> {
            Double mean = slice.means().get(score);
            cells.add(mean == null ? "–" : Decimals.show(mean));
        });
        cells.add(comparison(slice));
        return cells;
    }

    private static String comparison(SliceFigures slice) {
        if (slice.tooSmall()) {
            return TOO_SMALL;
        }
        Double p = slice.lower();
        return p == null ? "–" : Decimals.show(p) + (slice.alarm() ? " **alarm**" : "");
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
