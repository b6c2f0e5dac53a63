package dev.junitllm.judge;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Configuration;
import dev.junitllm.judge.criteria.Criterion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The configured judge in plain tests is recorded and replayed. */
@Timeout(60)
class PlainTestRecordingTest {

    private static final String FILE =
            "src/test/llm-cassettes/dev.junitllm.judge.PlainTestRecordingTest.plain-tests.json";

    private static final Pattern CODE = Pattern.compile("whose field `nonce` is (\\w+)");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> settings = new HashMap<>();
    private volatile String evidence = "";

    @TempDir
    private Path module;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Polite());
        server.start();
        settings.put("junit.llm.judge.model", "m");
        settings.put("junit.llm.judge.base-url", server.url("/v1").toString());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstRunAsksAndLaterOnesReplay() throws IOException {
        assertThatLlm("Certainly!").given("Please?").scoresAtLeast(1, judge());
        assertThatLlm("Certainly!").given("Please?").scoresAtLeast(1, judge());
        settings.put("junit.llm.cassette.mode", "replay");
        assertThatLlm("Certainly!").given("Please?").scoresAtLeast(1, judge());

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(Files.readString(module.resolve(FILE))).contains("Certainly!");
    }

    @RepeatedTest(1)
    void allTestsOfAClassShareAFileWhateverKindTheyAre() throws IOException {
        Judge judge = judge();
        assertThatLlm("Certainly!").given("Please?").scoresAtLeast(1, judge);
        assertThatLlm("Of course!").given("Please?").scoresAtLeast(1, judge);

        assertThat(Files.readString(module.resolve(FILE))).contains("Certainly!", "Of course!");
        assertThat(module.resolve(FILE).getParent()).isDirectoryContaining("glob:**plain-tests.json");
    }

    /** The recording quotes the answer without the address, and so is it looked for in the answer. */
    @Test
    void aReplayedQuoteMayBeOfAnAddress() throws IOException {
        evidence = "Write to jane@example.org";
        assertThatLlm("Certainly! Write to jane@example.org.").given("Please?").scoresAtLeast(1, judge());
        settings.put("junit.llm.cassette.mode", "replay");
        assertThatLlm("Certainly! Write to jane@example.org.").given("Please?").scoresAtLeast(1, judge());

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(Files.readString(module.resolve(FILE))).doesNotContain("jane");
    }

    @Test
    void replaySaysWhatIsMissing() {
        settings.put("junit.llm.cassette.mode", "replay");

        assertThatThrownBy(() -> assertThatLlm("No!").given("Please?").scoresAtLeast(1, judge()))
                .hasMessageContaining("NO_RECORDING")
                .hasMessageContaining(FILE);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void onAThreadWithoutATestNothingIsRecorded() {
        CompletableFuture.runAsync(
                        () -> assertThatLlm("Certainly!").given("Please?").scoresAtLeast(1, judge()))
                .join();
        settings.put("junit.llm.cassette.mode", "replay");

        assertThat(module.resolve(FILE)).doesNotExist();
        assertThatThrownBy(() -> CompletableFuture.runAsync(
                                () -> assertThatLlm("No!").given("Please?").scoresAtLeast(1, judge()))
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("no test runs on this thread");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private Judge judge() {
        Configuration configuration = Configuration.of(key -> Optional.ofNullable(settings.get(key)), Map.of());
        return Judge.on(Criterion.question("Is it polite?"))
                .standing(new StandaloneJudge(() -> configuration, testClass -> module));
    }

    /** Finds everything polite. */
    private final class Polite extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            Matcher code = CODE.matcher(request.getBody().utf8());
            assertThat(code.find()).isTrue();
            var verdict = JsonNodeFactory.instance.objectNode().put("nonce", code.group(1));
            verdict.put("evidence", evidence).put("reason", "so it is").put("verdict", "YES");
            var reply = JsonNodeFactory.instance.objectNode();
            reply.putArray("choices")
                    .addObject()
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("content", verdict.toString());
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body(reply.toString())
                    .build();
        }
    }
}
