package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.gate.Drift;
import dev.junitllm.gate.DriftWarning;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the figures of a golden set went from run to run, as a picture (SVG) that stands alone: no scripts, no links, nothing
 * loaded, and every text escaped.
 */
public final class TrendChart {

    private static final int ROW = 56;
    private static final int HEAD = 28;
    private static final int LEFT = 190;
    private static final int WIDTH = 480;
    private static final int RIGHT = 90;
    private static final int PADDING = 10;

    private static final String STYLE =
            "text{font:12px system-ui,sans-serif;fill:#1f2328}.small{fill:#59636e;font-size:10px}"
                    + ".drift{fill:#82071e}polyline{fill:none;stroke:#0969da;stroke-width:1.5}circle{fill:#0969da}"
                    + "circle.drift{fill:#cf222e}.grid{stroke:#d1d9e0;stroke-width:1}.new{stroke:#9a6700;stroke-dasharray:3 3}";

    private final TrendRows rows;
    private final Drift drift;
    private final StringBuilder svg = new StringBuilder();

    private TrendChart(RunHistory history) {
        this.rows = TrendRows.of(history);
        this.drift = Drift.of(history);
    }

    /**
     * Draws a history.
     *
     * @param history the runs; at least one
     * @return the picture, a whole document
     */
    public static String of(RunHistory history) {
        return new TrendChart(history).draw();
    }

    private String draw() {
        int width = LEFT + WIDTH + RIGHT;
        int height = HEAD + ROW * rows.figures().size();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\">\n"
                        .formatted(width, height, width, height));
        svg.append("<style>").append(STYLE).append("</style>\n");
        svg.append("<rect width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n".formatted(width, height));
        List<HistoryLine> runs = rows.runs();
        text(LEFT, 16, "small", runs.size() + " runs, " + day(runs.get(0)) + " to " + day(runs.get(runs.size() - 1)));
        int top = HEAD;
        for (String figure : rows.figures()) {
            draw(figure, top);
            top += ROW;
        }
        newLevel(height);
        return svg.append("</svg>\n").toString();
    }

    private void draw(String figure, int top) {
        List<Optional<Double>> values = rows.values(figure);
        ValueRange range = ValueRange.of(values);
        Optional<DriftWarning> warning = drift.warnings().stream()
                .filter(drifting -> drifting.figure().equals(figure))
                .findFirst();
        int base = top + ROW - PADDING;
        svg.append("<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                .formatted(LEFT, LEFT + WIDTH, base, base));
        text(8, top + 24, warning.isPresent() ? "drift" : "", Printable.line(figure, 28));
        text(8, top + 40, "small", Decimals.show(range.lowest()) + " to " + Decimals.show(range.highest()));
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                String x = number(x(i));
                String y = number(y(values.get(i).get(), range, top));
                points.append(x).append(',').append(y).append(' ');
                dots.append("<circle%s cx=\"%s\" cy=\"%s\" r=\"2.5\"/>".formatted(drifts(i, warning), x, y));
            }
        }
        svg.append("<polyline points=\"")
                .append(points.toString().strip())
                .append("\"/>")
                .append(dots)
                .append('\n');
        values.get(values.size() - 1)
                .ifPresent(now ->
                        text(LEFT + WIDTH + 12, top + 30, warning.isPresent() ? "drift" : "", Decimals.show(now)));
    }

    private String drifts(int run, Optional<DriftWarning> warning) {
        return warning.filter(drifting -> !rows.runs().get(run).time().isBefore(drifting.since()))
                .map(drifting -> " class=\"drift\"")
                .orElse("");
    }

    /** Where runs stop being comparable with the last one. */
    private void newLevel(int height) {
        int first = rows.runs().size() - drift.runs();
        if (first > 0) {
            String x = number((x(first) + x(first - 1)) / 2);
            svg.append("<line class=\"new\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n".formatted(x, x, HEAD, height));
        }
    }

    private double x(int run) {
        int last = rows.runs().size() - 1;
        return LEFT + PADDING + (last == 0 ? 0 : (WIDTH - 2.0 * PADDING) * run / last);
    }

    private void text(int x, int y, String style, String text) {
        svg.append("<text x=\"%s\" y=\"%s\"%s>%s</text>\n"
                .formatted(x, y, style.isEmpty() ? "" : " class=\"" + style + "\"", escaped(text)));
    }

    private static String escaped(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String day(HistoryLine run) {
        return run.time().toString().substring(0, 10);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static double y(double value, ValueRange range, int top) {
        double share = range.isFlat() ? 0.5 : range.share(value);
        return top + ROW - 2.0 * PADDING - share * (ROW - 3.0 * PADDING);
    }
}
