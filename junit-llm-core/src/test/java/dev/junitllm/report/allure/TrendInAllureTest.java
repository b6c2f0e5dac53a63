package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.report.SetReport;
import dev.junitllm.run.Histories;
import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryFile;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.VerdictStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How Allure shows where a golden set came from. */
class TrendInAllureTest {

    @Test
    void showsTheChartOnTheVerdictWhereOneIsAskedFor() {
        VerdictContent content = VerdictContent.of(set(30));

        assertThat(content.figures()).singleElement().satisfies(page -> {
            assertThat(page.title()).isEqualTo("from run to run");
            assertThat(page.page())
                    .contains("<svg xmlns=", "default-src 'none'", "<p>drift: passRate falls: 0.4, from a level of 0.9")
                    .doesNotContain("<script", "<b>");
        });
    }

    @Test
    void saysWhatDriftsWithoutAChartToo() {
        VerdictContent content = VerdictContent.of(set(0));

        assertThat(content.figures()).isEmpty();
        assertThat(content.descriptionHtml()).contains("<p>drift: passRate falls: 0.4, from a level of 0.9");
    }

    private static SetReport set(int chart) {
        List<HistoryLine> runs = IntStream.rangeClosed(1, 20)
                .mapToObj(run -> Histories.line(
                        run,
                        Map.of(
                                "passRate",
                                new HistoryFigure(run <= 15 ? 0.9 : 0.4, 0.03, 40),
                                "score <b>bold</b>",
                                new HistoryFigure(0.5, 0.03, 40))))
                .toList();
        RunHistory history = new RunHistory(
                new HistoryFile(Path.of("x"), "x"), runs.subList(0, 19), runs.get(19), "", List.of(), chart);
        SetReport set = Plan.decided(
                        List.of(Cases.of(TrendInAllureTest.class, "answers").passed("a")), VerdictStatus.PASS)
                .report();
        return new SetReport(
                set.set(),
                set.summary().beside(history),
                set.ending(),
                "",
                set.verdicts(),
                set.duration(),
                1,
                set.summaryFile());
    }
}
