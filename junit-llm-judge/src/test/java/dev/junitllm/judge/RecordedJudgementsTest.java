package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** 320 answers of real models that GPT-4 judged three times each: our scores are what was recorded. */
@Tag("slow")
@Timeout(400)
class RecordedJudgementsTest {

    private static final String DATA = "../../shared/data/vicuna-bench-judged-by-gpt4.jsonl";
    private static final Pattern SUMMARY = Pattern.compile("(/\\S+)/summary\\.md");

    static class EveryVoteTestCases {
        @GoldenSet(value = "file:" + DATA, input = "/instruction", expected = "/reference")
        @JudgeScore(rubricOfCase = true, votes = 3, stopAtMajority = false, recordOnly = true)
        @MeanScore(of = "rubric", atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.metadata("/response").orElseThrow());
        }
    }

    static class MeanTestCases {
        @GoldenSet(value = "file:" + DATA, input = "/instruction", expected = "/reference")
        @JudgeScore(rubricOfCase = true, votes = 3, aggregate = Aggregate.MEAN, recordOnly = true)
        @MeanScore(of = "rubric", atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.metadata("/response").orElseThrow());
        }
    }

    static class UntilTwoAgreeTestCases {
        @GoldenSet(value = "file:" + DATA, input = "/instruction", expected = "/reference")
        @JudgeScore(rubricOfCase = true, votes = 3, recordOnly = true)
        @MeanScore(of = "rubric", atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.metadata("/response").orElseThrow());
        }
    }

    @Test
    void withEveryVoteCastTheScoresAreTheRecordedMedians() throws Exception {
        RecordedGpt4 judge = new RecordedGpt4(data());

        check(run(EveryVoteTestCases.class, judge), RecordedJudgementsTest::median);

        assertThat(judge.calls()).isEqualTo(960);
    }

    @Test
    void withTheMeanTheScoresAreTheRecordedMeans() throws Exception {
        RecordedGpt4 judge = new RecordedGpt4(data());

        check(
                run(MeanTestCases.class, judge),
                scores -> Arrays.stream(scores).average().orElseThrow());

        assertThat(judge.calls()).isEqualTo(960);
    }

    @Test
    void stoppingWhereTwoAgreeGivesTheSameMediansFromFewerCalls() throws Exception {
        RecordedGpt4 judge = new RecordedGpt4(data());

        check(run(UntilTwoAgreeTestCases.class, judge), RecordedJudgementsTest::median);

        assertThat(judge.calls()).isEqualTo(727);
    }

    private static void check(List<JsonNode> cases, ToDoubleFunction<int[]> level) throws IOException {
        List<int[]> recorded = RecordedGpt4.scores(data());
        assertThat(cases).hasSize(320).hasSameSizeAs(recorded);
        for (int i = 0; i < cases.size(); i++) {
            JsonNode score = cases.get(i).at("/scores").get(0);
            assertThat(score.at("/name").asText()).isEqualTo("rubric");
            assertThat(score.at("/value").isNumber()).as(score.toString()).isTrue();
            assertThat(score.at("/value").asDouble())
                    .as(cases.get(i).at("/case").asText())
                    .isEqualTo((level.applyAsDouble(recorded.get(i)) - 1) / 4, within(1e-12));
        }
    }

    private static double median(int[] scores) {
        return Arrays.stream(scores).sorted().toArray()[1];
    }

    private static List<JsonNode> run(Class<?> evals, RecordedGpt4 judge) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setServerSocketFactory(new PromptSockets());
            server.setDispatcher(new ChatServer(judge));
            server.start();
            String failure = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(evals))
                    .configurationParameter("junit.llm.console", "off")
                    .configurationParameter("junit.llm.cassette.mode", "live")
                    .configurationParameter("junit.llm.judge.model", "recorded")
                    .configurationParameter(
                            "junit.llm.judge.base-url", server.url("/v1").toString())
                    .execute()
                    .allEvents()
                    .failed()
                    .stream()
                    .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow()
                            .getMessage())
                    .reduce((first, last) -> last)
                    .orElseThrow();
            Matcher summary = SUMMARY.matcher(failure);
            assertThat(summary.find()).as(failure).isTrue();
            return lines(Path.of(summary.group(1)).resolve("cases.jsonl"));
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    /** An annotation can only name a fixed place, the usual one: a shared folder elsewhere leaves this test out. */
    private static Path data() {
        Path file = Path.of(DATA).toAbsolutePath().normalize();
        assumeThat(file)
                .as("skipped: there is no shared folder beside the checkout")
                .exists();
        return file;
    }

    /** Speaks OpenAI's protocol for the recorded judge. */
    private static final class ChatServer extends Dispatcher {

        private final ObjectMapper mapper = new ObjectMapper();
        private final RecordedGpt4 judge;

        private ChatServer(RecordedGpt4 judge) {
            this.judge = judge;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            try {
                JsonNode messages = mapper.readTree(request.getBody().utf8()).at("/messages");
                String reply = judge.reply(
                        messages.get(0).at("/content").asText(),
                        messages.get(1).at("/content").asText());
                var completion = mapper.createObjectNode().put("id", "1").put("model", "gpt-4-recorded");
                var choice = completion.putArray("choices").addObject();
                choice.put("index", 0).put("finish_reason", "stop");
                choice.putObject("message").put("role", "assistant").put("content", reply);
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(completion.toString())
                        .build();
            } catch (Exception | AssertionError e) {
                return new MockResponse.Builder()
                        .code(400)
                        .body(String.valueOf(e))
                        .build();
            }
        }
    }
}
