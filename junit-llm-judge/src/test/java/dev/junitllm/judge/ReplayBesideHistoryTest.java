package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.NoDrift;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.cost.Budget;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Judged scores from run to run, where some runs ask the judge and others replay it, wholly or in part. */
@Timeout(60)
class ReplayBesideHistoryTest {

    private static final String TEST = "dev.junitllm.judge.ReplayBesideHistoryTest$PetsTestCases.answers";
    private static final Path CASSETTE = Path.of("src/test/llm-cassettes", TEST + ".json");
    private static final Path BASELINE = Path.of("src/test/llm-baselines", TEST + ".json");
    private static final AtomicInteger ASKED = new AtomicInteger();

    /** What the application says of the near case; the others are answered alike in every run. */
    private static final AtomicReference<String> NEAR = new AtomicReference<>("");

    /** Finds nothing impolite but what is rude. */
    static class Attentive implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            ASKED.incrementAndGet();
            String verdict = request.toString().contains("rude") ? "NO" : "YES";
            return ChatReply.of(ScriptedJudge.withNonce(
                    "{'evidence': '', 'reason': 'it is', 'verdict': '%s'}".formatted(verdict), request));
        }

        @Override
        public ChatModelDescription describe() {
            return ChatModelDescription.of("scripted", "attentive");
        }
    }

    static class PetsTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is it polite?", model = Attentive.class)
        @NoRegression(maxDrop = 0.1)
        @NoDrift
        @Budget(maxCallsPerCase = 5)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("near") ? NEAR.get() : "A pet, if you please.");
        }
    }

    @TempDir
    private Path history;

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
        ASKED.set(0);
        NEAR.set("A kitten, if you please.");
    }

    @Test
    void onlyRunsThatAskTheJudgeForEveryCaseAreHistory() throws IOException {
        run(Map.of("junit.llm.baseline", "update"));
        assertThat(runsInHistory()).as("recorded").isEqualTo(1);

        run(Map.of("junit.llm.cassette.mode", "replay"));
        assertThat(runsInHistory()).as("replayed").isEqualTo(1);

        NEAR.set("A cat, if you please.");
        run(Map.of());
        assertThat(ASKED).as("asked for what changed").hasValue(4);
        assertThat(runsInHistory()).as("replayed in part").isEqualTo(1);

        run(Map.of("junit.llm.cassette.mode", "live"));
        assertThat(runsInHistory()).as("asked for all").isEqualTo(2);
    }

    @Test
    void aRunThatIsNoHistoryDecidesNeitherDriftNorBudgetAndSaysWhy() {
        run(Map.of("junit.llm.baseline", "update"));
        NEAR.set("Something rude.");

        assertThat(run(Map.of()))
                .singleElement()
                .asString()
                .contains("FAIL @NoRegression")
                .contains("replayed: 2 of 3 cases from recordings")
                .contains("NOT_DECIDED @NoDrift: this run is no part of the history: answers were replayed")
                .contains("NOT_DECIDED @Budget(maxCallsPerCase = 5): replayed: 2 of 3 calls came from recordings");
    }

    @Test
    void aRunThatWasReplayedInPartIsHeldToTheBaselineButIsNone() throws IOException {
        run(Map.of("junit.llm.baseline", "update"));
        String baseline = Files.readString(BASELINE);
        NEAR.set("A cat, if you please.");

        assertThat(run(Map.of("junit.llm.baseline", "update"))).isEmpty();
        assertThat(Files.readString(BASELINE)).isEqualTo(baseline);

        run(Map.of("junit.llm.baseline", "update", "junit.llm.cassette.mode", "record"));
        assertThat(Files.readString(BASELINE))
                .contains(
                        "\"rolling\":{\"outcome\":\"PASSED\",\"passes\":1,\"samples\":1,\"scores\":{\"is-it-polite\":1.0},\"output\":\"A cat, if you please.\"}");
    }

    private long runsInHistory() throws IOException {
        try (var lines = Files.lines(history.resolve(TEST + ".jsonl"))) {
            return lines.count();
        }
    }

    /** The messages of what failed. */
    private List<String> run(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("junit.llm.console", "off");
        all.put("junit.llm.ci", "false");
        all.put("junit.llm.history", history.toString());
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PetsTestCases.class))
                .configurationParameters(all)
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
