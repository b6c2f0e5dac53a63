package dev.junitllm.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.Histories;
import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryFile;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TrendChartTest {

    @Test
    void drawsALineForEachFigureAndMarksWhatDrifts() throws Exception {
        Document chart = parsed(TrendChart.of(history(
                20,
                run -> Map.of(
                        "passRate", new HistoryFigure(run <= 15 ? 0.9 : 0.4, 0.03, 40),
                        "errorRate", new HistoryFigure(0, 0.01, 40)))));

        assertThat(chart.getElementsByTagName("polyline").getLength())
                .as("errors that never were")
                .isEqualTo(1);
        assertThat(chart.getElementsByTagName("circle").getLength()).isEqualTo(12);
        assertThat(classes(chart, "circle")).filteredOn("drift"::equals).hasSizeBetween(3, 5);
        assertThat(texts(chart)).containsExactly("12 runs, 2026-01-10 to 2026-01-21", "passRate", "0.4 to 0.9", "0.4");
    }

    @Test
    void isInertWhateverAScoreIsCalled() throws Exception {
        String hostile = "score \"/><script>alert(1)</script>]]>\u0000\ud800&";
        String svg = TrendChart.of(history(2, run -> Map.of(hostile, new HistoryFigure(0.5, 0.1, 3))));

        Document chart = parsed(svg);
        assertThat(chart.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("<script", "href", "url(", "onload");
        assertThat(texts(chart)).anyMatch(text -> text.startsWith("score \"/><script>"));
    }

    @Test
    void drawsASingleRun() throws Exception {
        parsed(TrendChart.of(history(1, run -> Map.of("passRate", new HistoryFigure(1, 0.1, 3)))));
        parsed(TrendChart.of(history(1, run -> Map.of())));
    }

    @Test
    void showsALineOfTextFromTheLowestToTheHighest() {
        assertThat(Sparkline.of(List.of(Optional.of(0.0), Optional.of(0.5), Optional.empty(), Optional.of(1.0))))
                .isEqualTo("▁▅ █");
        assertThat(Sparkline.of(List.of(Optional.of(0.7), Optional.of(0.7)))).isEqualTo("▄▄");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }

    private static RunHistory history(int runs, java.util.function.IntFunction<Map<String, HistoryFigure>> figures) {
        List<HistoryLine> lines = IntStream.rangeClosed(1, runs)
                .mapToObj(run -> Histories.line(run, figures.apply(run)))
                .toList();
        return new RunHistory(
                new HistoryFile(Path.of("x"), "x"), lines.subList(0, runs - 1), lines.get(runs - 1), "", List.of(), 12);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }

    private static List<String> texts(Document chart) {
        return all(chart, "text").map(org.w3c.dom.Node::getTextContent).toList();
    }

    private static List<String> classes(Document chart, String element) {
        return all(chart, element)
                .map(node -> ((org.w3c.dom.Element) node).getAttribute("class"))
                .toList();
    }

    private static java.util.stream.Stream<org.w3c.dom.Node> all(Document chart, String element) {
        org.w3c.dom.NodeList nodes = chart.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }
}
