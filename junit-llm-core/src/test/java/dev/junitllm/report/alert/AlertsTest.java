package dev.junitllm.report.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.Usage;
import dev.junitllm.report.SetReport;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.GitState;
import dev.junitllm.run.Histories;
import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryFile;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.TestId;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.TraceTotals;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of what. */
class AlertsTest {

    private static final String CASE = "sk-ant-0123456789abcdefghij <!channel>";

    HttpServer server;
    List<String> received = new CopyOnWriteArrayList<>();
    List<String> warnings = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(received.size() == 1 ? 200 : 500, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsOfAFailWithItsWorstCasesAndFiles() throws Exception {
        reporter(AlertFormat.JSON).setFinished(set("answers", verdict(VerdictStatus.FAIL)), record());

        JsonNode alert = JsonMapper.builder().build().readTree(received.get(0));
        assertThat(alert.path("schema").asInt()).isEqualTo(1);
        assertThat(alert.path("test").asText()).isEqualTo("HandbookEvalTest.answers");
        assertThat(alert.path("status").asText()).isEqualTo("FAIL");
        assertThat(alert.path("outcomes").asText()).isEqualTo("1 passed, 1 failed, 0 errors, 0 unscored");
        assertThat(alert.path("commit").asText()).isEqualTo("c0ffee");
        assertThat(alert.path("verdicts").toString()).isEqualTo("[\"FAIL @PassRate(atLeast = 0.9): 1 of 2\"]");
        assertThat(alert.path("drift")).isEmpty();
        assertThat(alert.path("worstCases").toString())
                .isEqualTo(
                        "[{\"case\":\"[REDACTED:anthropic-key] <!channel>\",\"outcome\":\"FAILED\",\"why\":\"f1 0.25\",\"trace\":\"\"}]");
        assertThat(alert.path("results").asText()).isEqualTo("/elsewhere/target/junit-llm/run-1/cases.jsonl");
        assertThat(alert.path("summary").asText()).endsWith("/run-1/summary.md");
        assertThat(warnings).isEmpty();
    }

    @Test
    void saysWhereTheTracesOfTheWorstCasesAre(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("cases.jsonl"), """
                {"class":"demo.HandbookEvalTest","method":"other","case":"late","sample":1,"trace":{"file":"traces/other.json"}}
                {"class":"demo.HandbookEvalTest","method":"answers","case":"fine","sample":1,"trace":{"file":"traces/000001-aa.json"}}
                {"class":"demo.HandbookEvalTest","method":"answers","case":"late","sample":1,\
                "trace":{"file":"traces/000002-bb.json","slowestStep":"chat","steps":{"a":[1]}}}
                {"class":"demo.HandbookEvalTest","method":"answers","case":"untraced","sam""");
        SetReport set = set("answers", "late", folder.resolve("summary.md"), verdict(VerdictStatus.FAIL));

        reporter(AlertFormat.JSON).setFinished(set, record());

        JsonNode worst = JsonMapper.builder().build().readTree(received.get(0)).path("worstCases");
        assertThat(worst).hasSize(1);
        assertThat(worst.path(0).path("trace").asText()).endsWith(folder.getFileName() + "/traces/000002-bb.json");
        assertThat(AlertFormat.SLACK.write(Alert.of(set, record(), text -> text).orElseThrow()))
                .contains("FAILED late: f1 0.25 (trace: ")
                .contains("traces/000002-bb.json)");
    }

    @Test
    void writesForSlackWhatCallsNobodyElse() throws Exception {
        reporter(AlertFormat.SLACK).setFinished(set("answers", verdict(VerdictStatus.FAIL)), record());

        JsonNode message = JsonMapper.builder().build().readTree(received.get(0));
        assertThat(message.path("text").asText()).isEqualTo("""
                *FAIL* HandbookEvalTest.answers (golden/a.jsonl): 1 passed, 1 failed, 0 errors, 0 unscored
                • FAIL @PassRate(atLeast = 0.9): 1 of 2
                    FAILED [REDACTED:anthropic-key] &lt;!channel&gt;: f1 0.25
                Results: /elsewhere/target/junit-llm/run-1/cases.jsonl, summary: /elsewhere/target/junit-llm/run-1/summary.md, \
                commit c0ffee""");
        assertThat(message.path("unfurl_links").asBoolean(true)).isFalse();
    }

    @Test
    void tellsOfADriftWhereItBeginsAndNotAgain() {
        AlertReporter reporter = reporter(AlertFormat.JSON);

        reporter.setFinished(drifting("later", 13), record());
        assertThat(received).isEmpty();
        reporter.setFinished(drifting("now", 12), record());

        assertThat(received)
                .singleElement()
                .asString()
                .contains("\"status\":\"DRIFT\"", "\"verdicts\":[]", "passRate falls: 0.1, from a level of 0.9");
    }

    @Test
    void tellsNothingWhereAllIsWell() {
        reporter(AlertFormat.JSON).setFinished(set("answers", verdict(VerdictStatus.PASS)), record());
        reporter(AlertFormat.JSON)
                .setFinished(set("other", verdict(VerdictStatus.INCONCLUSIVE).onlyWarning(true)), record());

        assertThat(received).isEmpty();
    }

    @Test
    void tellsOnceOfEachGoldenSetAndOnlyWarnsWhereItCant() {
        AlertReporter reporter = reporter(AlertFormat.JSON);

        reporter.setFinished(set("one", verdict(VerdictStatus.FAIL)), record());
        reporter.setFinished(set("one", verdict(VerdictStatus.FAIL)), record());
        reporter.setFinished(set("two", verdict(VerdictStatus.ERROR)), record());

        assertThat(received).hasSize(2);
        assertThat(warnings)
                .containsExactly("the alert of HandbookEvalTest.two was not sent: the webhook answered 500");
    }

    @Test
    void isOffUnlessTheEnvironmentNamesAWebhook() {
        AlertReporterProvider provider = new AlertReporterProvider();

        assertThat(provider.create(configuration(Map.of(), Map.of()))).isEmpty();
        assertThat(provider.create(configuration(Map.of(), Map.of("JUNIT_LLM_ALERT_URL", "https://example.com/x"))))
                .isPresent();
        assertThat(provider.create(configuration(Map.of(), Map.of("JUNIT_LLM_ALERT_URL", "nonsense"))))
                .isEmpty();
        assertThatThrownBy(() -> provider.create(configuration(Map.of("junit.llm.alert.format", "teams"), Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "junit.llm.alert.format (or JUNIT_LLM_ALERT_FORMAT) is 'teams', but must be one of json, slack");
    }

    private AlertReporter reporter(AlertFormat format) {
        String address = "http://localhost:" + server.getAddress().getPort() + "/hook";
        AlertSender sender = AlertSender.to(address, Duration.ofSeconds(5)).orElseThrow();
        return new AlertReporter(sender, format, Redactor.forEnvironment(Map.of()), warnings::add);
    }

    private static Configuration configuration(Map<String, String> parameters, Map<String, String> environment) {
        return Configuration.of(key -> Optional.ofNullable(parameters.get(key)), environment);
    }

    private static Verdict verdict(VerdictStatus status) {
        return Verdict.of(
                new GateDescription("PassRate", Map.of("atLeast", 0.9)), status, "1 of 2", new Tally(1, 1, 0, 0));
    }

    /** A set whose pass rate fell at the twelfth run; so many runs are known. */
    private static SetReport drifting(String method, int runs) {
        List<HistoryLine> lines = IntStream.rangeClosed(1, runs)
                .mapToObj(run ->
                        Histories.line(run, Map.of("passRate", new HistoryFigure(run < 12 ? 0.9 : 0.1, 0.05, 40))))
                .toList();
        RunHistory history = new RunHistory(
                new HistoryFile(Path.of("x"), "x"), lines.subList(0, runs - 1), lines.get(runs - 1), "", List.of(), 0);
        SetReport set = set(method, verdict(VerdictStatus.PASS));
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

    private static SetReport set(String method, Verdict verdict) {
        return set(method, CASE, Path.of("/elsewhere/target/junit-llm/run-1/summary.md"), verdict);
    }

    private static SetReport set(String method, String failed, Path summaryFile, Verdict verdict) {
        TestId test = new TestId("demo.HandbookEvalTest", method);
        ResultTable table = new ResultTable(
                2,
                1,
                List.of(PlannedScore.alone("f1", Bar.atLeast(0.5), "0")),
                row -> row == 0 ? "fine" : failed,
                row -> "0");
        table.add(0, result(test, "fine", CaseOutcome.PASSED, 1));
        table.add(1, result(test, failed, CaseOutcome.FAILED, 0.25));
        RunSummary summary = table.summary(test, "golden/a.jsonl");
        return new SetReport(
                new RunRecord.SetRecord(test, "golden/a.jsonl", "abc", 2, 2, 1, "", Map.of(), 0),
                summary,
                SetReport.Ending.DECIDED,
                "",
                List.of(verdict),
                Duration.ofSeconds(1),
                1,
                summaryFile);
    }

    private static CaseResult result(TestId test, String id, CaseOutcome outcome, double value) {
        CaseScore score = CaseScore.held("f1", Score.of(value), Bar.atLeast(0.5));
        CaseResult.Exchange exchange =
                new CaseResult.Exchange("in", "out", "out", "0", null, List.of(), Usage.UNKNOWN, Map.of());
        return new CaseResult(
                test, id, 1, 1, outcome, true, List.of(score), null, null, exchange, Duration.ZERO, Duration.ZERO);
    }

    private static RunRecord record() {
        return new RunRecord(
                Instant.EPOCH,
                null,
                0,
                Map.of(),
                new GitState("c0ffee", false),
                Map.of(),
                List.of(),
                Map.of(),
                TraceTotals.OFF);
    }
}
