package dev.junitllm.judge.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.Judge;
import dev.junitllm.judge.ScriptedJudge;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judgements on a cassette: what the judge makes of replies that are replayed. */
class RecordedJudgeTest {

    private static final String KEY = "sk-proj-" + "Z8".repeat(20);
    private static final String GOOD =
            "{'evidence': 'my key is %s', 'reason': 'it is there', 'verdict': 'YES'}".formatted(KEY);

    private static final ChatModel NOBODY = ScriptedJudge.replying(request -> {
        throw new AssertionError("nobody may be called");
    });

    @TempDir
    private Path folder;

    private Score judged(String mode, ChatModel model) throws Exception {
        try (TestScope scope = TestScope.in(folder, mode)) {
            ChatModel recorded = Cassettes.of(scope).recorded(model, null, scope);
            return Judge.on(Criterion.question("Does the answer hold a key?"))
                    .by(recorded)
                    .score(
                            GoldenCase.builder("a", "What is the key?").build(),
                            new Actual().output("Well, my key is " + KEY + ". Bye."));
        }
    }

    @Test
    void aQuoteOfASecretIsFoundAgainOnReplay() throws Exception {
        Score live = judged("auto", ScriptedJudge.saying(GOOD));
        Score replayed = judged("replay", NOBODY);

        assertThat(live.details()).doesNotContainKey(CaseResult.REPLAYED);
        assertThat(replayed.value()).isEqualTo(live.value()).hasValue(1);
        assertThat(replayed.details()).containsEntry(CaseResult.REPLAYED, true);
        assertThat(Files.readString(folder.resolve(TestScope.FILE))).doesNotContain("Z8Z8");
    }

    @Test
    void aRepairedReplyIsReplayedWithItsRepair() throws Exception {
        Score live = judged("auto", ScriptedJudge.saying("{'verdict': 'YES'}", GOOD));
        Score replayed = judged("replay", NOBODY);

        assertThat(replayed.value()).isEqualTo(live.value()).hasValue(1);
        assertThat(replayed.details()).containsEntry("calls", 2);
    }

    @Test
    void repliesThatCouldNotBeUsedAreNotRecorded() {
        assertThatThrownBy(() -> judged("auto", ScriptedJudge.saying("{'verdict': 'YES'}")))
                .hasMessageContaining("also after it was shown the error");

        assertThat(folder.resolve(TestScope.FILE)).doesNotExist();
    }

    @Test
    void aReplyEditedToQuoteWhatIsNotThereIsNoPass() throws Exception {
        judged("auto", ScriptedJudge.saying(GOOD));
        Path file = folder.resolve(TestScope.FILE);
        Files.writeString(file, Files.readString(file).replace("\\\"my key is", "\\\"your key is"));

        assertThatThrownBy(() -> judged("replay", NOBODY))
                .isInstanceOf(ScoringException.class)
                .hasMessageContaining("holds no recording of this request");
    }
}
