package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.junitllm.build.SurefireReport.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A judged golden set in a project of its own: recorded with a key, then run without one, as in a pull request from a fork. The
 * judges' build runs it, for core is built before there are any.
 */
class JudgedBuildIT {

    private static final String KEY = "key-of-the-judged-build-0123456789abcdef";
    private static final String TEST = "demo.CapitalsEvalTest";
    private static final Pattern NONCE = Pattern.compile("whose field `nonce` is (\\w+)");

    private static final String EVAL = """
            package demo;

            import dev.junitllm.*;
            import dev.junitllm.gate.*;
            import dev.junitllm.judge.*;
            import dev.junitllm.jupiter.*;

            class CapitalsEvalTest {

              @GoldenSet("golden/capitals.jsonl")
              @JudgeScore(question = "Does the answer name the capital?", name = "named")
              @PassRate(atLeast = 0.75)
              @NoRegression(maxDrop = 0.1)
              void answers(GoldenCase golden, Actual actual) {
                String italian = golden.id().equals("italy") ? "Milan" : golden.expected();
                actual.output(System.getProperty("demo." + golden.id(), italian));
              }
            }
            """;

    private final AtomicInteger asked = new AtomicInteger();

    /** Each execution of Surefire is a run of its own; all that pass share a build, to be quick. */
    @Test
    void isRecordedOnceAndThenReplayedWithoutAModel() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::judge);
        server.start();
        try {
            MavenProject project = project(server.getAddress().getPort());

            MavenBuild passed = project.run(
                    "test-compile",
                    "surefire:test@recorded",
                    "surefire:test@not-run",
                    "surefire:test@changed",
                    "surefire:test@replayed");

            assertThat(passed.exitCode()).as(passed::output).isZero();
            assertThat(asked).as("four cases, and the one that changed").hasValue(5);
            List<EvalFiles> runs = passed.evals();
            assertThat(runs).hasSize(4);
            isRecorded(runs.get(0), report(project, "recorded"));
            isPartlyNotRun(runs.get(1), report(project, "not-run"));
            listsWhatNobodyAskedFor(runs.get(2));
            isReplayedAndPruned(runs.get(3), report(project, "replayed"), project);
            assertThat(passed.output()).contains("replayed: 4 of 4 cases from recordings");

            MavenBuild failed = project.run("surefire:test@regressed");

            assertThat(failed.exitCode()).as(failed::output).isEqualTo(1);
            assertThat(report(project, "regressed").broken())
                    .contains("FAIL @NoRegression(maxDrop = 0.1): the pass rate over 4 cases is 0.5, and was 0.75")
                    .contains("newly failing (1):\n      france\n        was: Paris\n        now: Milan")
                    .contains("replayed: 3 of 4 cases from recordings");
            theKeyIsNowhere(project);
        } finally {
            server.stop(0);
        }
    }

    private static void isRecorded(EvalFiles run, SurefireReport report) {
        assertThat(report.ended(Outcome.PASSED)).hasSize(3);
        assertThat(run.text("summary.md"))
                .contains("baseline updated: src/test/llm-baselines/demo.CapitalsEvalTest.answers.json, 4 cases")
                .contains("recorded 4 answers: commit src/test/llm-cassettes/demo.CapitalsEvalTest.answers.json")
                .contains("the judge was asked 4 times")
                .doesNotContain("replayed");
    }

    private static void isPartlyNotRun(EvalFiles run, SurefireReport report) {
        assertThat(report.ended(Outcome.PASSED)).as("france and spain").hasSize(2);
        assertThat(report.ended(Outcome.SKIPPED))
                .hasSize(2)
                .last()
                .satisfies(skipped -> assertThat(skipped.message())
                        .contains("NOT RUN: score 'named' could not be made")
                        .contains("holds no recording of this request (case peru, sample 1, vote 1)")
                        .contains("needs a key: set the environment variable JUNIT_LLM_JUDGE_API_KEY"));
        assertThat(run.verdicts())
                .extracting(JudgedBuildIT::verdict)
                .containsExactly("PassRate NOT_DECIDED", "NoRegression NOT_DECIDED");
        assertThat(run.text("summary.md"))
                .contains("2 passed, 1 failed, 0 error, 1 not run")
                .contains("replayed: 3 of 4 cases from recordings; NOT RUN: 1 of 4 cases\n")
                .contains("| peru | NOT RUN |");
    }

    private static void listsWhatNobodyAskedFor(EvalFiles run) {
        assertThat(run.text("summary.md"))
                .contains("replayed: 3 of 4 cases from recordings; recorded 1 answer")
                .contains("1 of 4 recordings were not asked for (junit.llm.cassette.prune = true removes them): peru");
    }

    private static void isReplayedAndPruned(EvalFiles run, SurefireReport report, MavenProject project)
            throws IOException {
        assertThat(report.ended(Outcome.PASSED)).hasSize(3);
        assertThat(report.ended(Outcome.SKIPPED)).as("the soft miss").hasSize(1);
        assertThat(run.verdicts())
                .extracting(JudgedBuildIT::verdict)
                .containsExactly("PassRate PASS", "NoRegression INCONCLUSIVE");
        assertThat(run.verdicts().get(1).at("/reason").asText())
                .startsWith("the pass rate over 4 cases is 0.75, and was 0.75 in the baseline: no change");
        assertThat(run.run().at("/goldenSets/0/replayed").asInt()).isEqualTo(4);
        assertThat(run.cases())
                .allMatch(result -> result.at("/scores/0/details/replayed").asBoolean());
        assertThat(run.text("summary.md"))
                .contains(
                        "replayed: 4 of 4 cases from recordings; 1 of 5 recordings were removed, which nobody asked for: peru")
                .contains("not in the history: answers were replayed from recordings");
        assertThat(Files.readString(
                        project.folder().resolve("src/test/llm-cassettes/demo.CapitalsEvalTest.answers.json"), UTF_8))
                .contains("\"Lima, I think\"")
                .doesNotContain("\"Lima\"");
    }

    private static void theKeyIsNowhere(MavenProject project) throws IOException {
        Files.delete(project.folder().resolve("pom.xml")); // where the test put it
        try (Stream<Path> files = Files.walk(project.folder())) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file ->
                            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(KEY));
        }
    }

    private static String verdict(JsonNode verdict) {
        return verdict.at("/gate/name").asText() + " " + verdict.at("/status").asText();
    }

    private static SurefireReport report(MavenProject project, String execution) {
        return SurefireReport.read(project.folder().resolve("target/%s/TEST-%s.xml".formatted(execution, TEST)));
    }

    private static MavenProject project(int port) {
        String executions = execution("recorded", true, "junit.llm.baseline", "update")
                + execution("not-run", false, "demo.peru", "Cusco", "junit.llm.without-model", "not-run")
                + execution("changed", true, "demo.peru", "Lima, I think")
                + execution("replayed", false, "demo.peru", "Lima, I think", "junit.llm.cassette.prune", "true")
                + execution("regressed", true, "demo.peru", "Lima, I think", "demo.france", "Milan");
        return EvalProjects.capitals("judged")
                .pom(EvalProjects.pom(EvalProjects.JUNIT, "")
                        .replace("junit-llm-core", "junit-llm-judge")
                        .replace("<configuration></configuration>", "<executions>" + executions + "</executions>"))
                .file("src/test/resources/junit-platform.properties", """
                        junit.llm.judge.provider = azure
                        junit.llm.judge.model = judge-mini
                        junit.llm.judge.base-url = http://127.0.0.1:%s
                        """.formatted(port))
                .testSource("demo/CapitalsEvalTest.java", EVAL);
    }

    /** With the key a model can be asked; without it, as for a fork on CI, none can. */
    private static String execution(String name, boolean withKey, String... properties) {
        var set = new StringBuilder();
        for (int i = 0; i < properties.length; i += 2) {
            set.append("<%1$s>%2$s</%1$s>".formatted(properties[i], properties[i + 1]));
        }
        return """
                <execution>
                  <id>%1$s</id>
                  <phase>none</phase>
                  <configuration>
                    <reportsDirectory>target/%1$s</reportsDirectory>
                    <systemPropertyVariables>%2$s</systemPropertyVariables>
                    <excludedEnvironmentVariables>
                      <variable>JUNIT_LLM_JUDGE_API_KEY</variable>
                      <variable>AZURE_OPENAI_API_KEY</variable>
                      <variable>CI</variable>
                    </excludedEnvironmentVariables>
                    <environmentVariables>%3$s</environmentVariables>
                  </configuration>
                </execution>
                """.formatted(
                name, set, withKey ? "<AZURE_OPENAI_API_KEY>" + KEY + "</AZURE_OPENAI_API_KEY>" : "<CI>true</CI>");
    }

    /** Says no to Milan, and yes to all else. */
    private void judge(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Matcher nonce = NONCE.matcher(request);
            if (!KEY.equals(exchange.getRequestHeaders().getFirst("api-key")) || !nonce.find()) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            asked.incrementAndGet();
            var verdict = JsonNodeFactory.instance.objectNode().put("nonce", nonce.group(1));
            verdict.put("evidence", "")
                    .put("reason", "so it is")
                    .put("verdict", request.contains("Milan") ? "NO" : "YES");
            var reply = JsonNodeFactory.instance.objectNode();
            reply.putArray("choices")
                    .addObject()
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("content", verdict.toString());
            byte[] bytes = reply.toString().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
