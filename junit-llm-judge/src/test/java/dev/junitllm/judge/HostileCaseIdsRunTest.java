package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Ids of cases are anybody's text: they name no file, and are found again in recordings whatever they hold. */
@Timeout(60)
class HostileCaseIdsRunTest {

    private static final int CASES = 9;
    private static final Path CASSETTE =
            Path.of("src/test/llm-cassettes/dev.junitllm.judge.HostileCaseIdsRunTest$HostileTestCases.answers.json");
    private static final AtomicInteger ASKED = new AtomicInteger();

    static class Always implements ChatModel {

        @Override
        public ChatReply chat(ChatRequest request) {
            ASKED.incrementAndGet();
            return ChatReply.of(
                    ScriptedJudge.withNonce("{'evidence': '', 'reason': 'it is', 'verdict': 'YES'}", request));
        }

        @Override
        public ChatModelDescription describe() {
            return ChatModelDescription.of("scripted", "always");
        }
    }

    static class HostileTestCases {

        @GoldenSet("judge/hostile-ids.jsonl")
        @JudgeScore(question = "Is it polite?", model = Always.class)
        void answers(Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    @BeforeEach
    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(CASSETTE);
        ASKED.set(0);
    }

    @Test
    void areReplayedAndWriteNothingElsewhere() throws IOException {
        Set<Path> before = files();

        run("auto");
        Set<Path> after = files();
        run("replay");

        assertThat(ASKED).as("each of them once").hasValue(CASES);
        after.removeAll(before);
        assertThat(after).containsExactly(CASSETTE);
        assertThat(files()).as("and the replay").containsAll(after).hasSize(before.size() + 1);
    }

    private static void run(String mode) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(HostileTestCases.class))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.history", "off")
                .configurationParameter("junit.llm.cassette.mode", mode)
                .execute()
                .testEvents()
                .assertStatistics(all -> all.started(CASES).succeeded(CASES));
    }

    /** The module's, but for those of its build. */
    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return new TreeSet<>(files.filter(file -> !file.startsWith("target") && Files.isRegularFile(file))
                    .toList());
        }
    }
}
