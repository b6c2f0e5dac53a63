package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Recordings beside baselines, and what becomes of those that nobody asks for, through the real engine. */
@Timeout(60)
class RecordingsOfARunTest {

    private static final String NAME = "dev.junitllm.judge.RecordingsOfARunTest$PetsTestCases.answers.json";
    private static final Path CASSETTE = Path.of("src/test/llm-cassettes", NAME);
    private static final Path BASELINE = Path.of("src/test/llm-baselines", NAME);
    private static final AtomicReference<String> ANSWER = new AtomicReference<>("");

    static class Always implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            return ChatReply.of(
                    ScriptedJudge.withNonce("{'evidence': '', 'reason': 'it is', 'verdict': 'YES'}", request));
        }

        @Override
        public ChatModelDescription describe() {
            return ChatModelDescription.of("scripted", "always");
        }
    }

    static class PetsTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is it polite?", model = Always.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            actual.output(ANSWER.get());
        }
    }

    @BeforeEach
    @AfterEach
    void forget() throws IOException {
        for (Path file : List.of(CASSETTE, BASELINE)) {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            if (Files.isDirectory(folder) && folder.toFile().list().length == 0) {
                Files.delete(folder);
            }
        }
        ANSWER.set("A kitten, if you please.");
    }

    @Test
    void aLiveRunIsTheBaselineAndAReplayOfItIsComparedButNeverRecordedAsOne() throws IOException {
        assertThat(failures(Map.of("junit.llm.baseline", "update"))).isEmpty();
        assertThat(CASSETTE).exists();
        String baseline = Files.readString(BASELINE);

        assertThat(failures(Map.of("junit.llm.cassette.mode", "replay"))).isEmpty();
        failures(Map.of("junit.llm.cassette.mode", "replay", "junit.llm.baseline", "update"));

        assertThat(Files.readString(BASELINE)).isEqualTo(baseline);
    }

    @Test
    void whatAWholeRunDidNotAskForStaysUntilItIsPruned() throws IOException {
        failures(Map.of("junit.llm.baseline", "update"));
        ANSWER.set("A puppy, if you please.");
        failures(Map.of());
        assertThat(Files.readString(CASSETTE)).contains("kitten", "puppy");

        failures(Map.of("junit.llm.cassette.prune", "true"));

        assertThat(Files.readString(CASSETTE)).contains("puppy").doesNotContain("kitten");
    }

    private static List<String> failures(Map<String, String> settings) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PetsTestCases.class))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.history", "off")
                .configurationParameter("junit.llm.ci", "false")
                .configurationParameters(settings)
                .execute()
                .allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }
}
