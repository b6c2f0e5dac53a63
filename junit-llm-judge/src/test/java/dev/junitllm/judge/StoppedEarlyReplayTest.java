package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A replay is whole: what a run that stopped early left out has no recording, and says why. */
@Timeout(60)
class StoppedEarlyReplayTest {

    private static final Path CASSETTE =
            Path.of("src/test/llm-cassettes/dev.junitllm.judge.StoppedEarlyReplayTest$StoppingTestCases.answers.json");

    static class Never implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            return ChatReply.of(
                    ScriptedJudge.withNonce("{'evidence': '', 'reason': 'it is not', 'verdict': 'NO'}", request));
        }

        @Override
        public ChatModelDescription describe() {
            return ChatModelDescription.of("scripted", "never");
        }
    }

    static class StoppingTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @Samples(value = 4, stopEarly = true)
        @JudgeScore(question = "Is it polite?", model = Never.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("An answer.");
        }
    }

    @BeforeEach
    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(CASSETTE);
        if (Files.isDirectory(CASSETTE.getParent())
                && CASSETTE.getParent().toFile().list().length == 0) {
            Files.delete(CASSETTE.getParent());
        }
    }

    @Test
    void whatWasLeftOutIsAnErrorThatSaysHowToRecordIt() {
        long asked = run("record").testEvents().started().count();
        EngineExecutionResults replayed = run("replay");

        assertThat(asked).isLessThan(12);
        assertThat(replayed.testEvents().started().count()).isEqualTo(12);
        List<String> reasons = replayed.testEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .filter(message -> message.contains("NO_RECORDING"))
                .toList();
        assertThat(reasons)
                .hasSize((int) (12 - asked))
                .allSatisfy(message -> assertThat(message)
                        .contains("the run that recorded stopped early")
                        .contains("recorded once without stopEarly"));
    }

    private static EngineExecutionResults run(String mode) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(StoppingTestCases.class))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.history", "off")
                .configurationParameter("junit.llm.cassette.mode", mode)
                .execute();
    }
}
