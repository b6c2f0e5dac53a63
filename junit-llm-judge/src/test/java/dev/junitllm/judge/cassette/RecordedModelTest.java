package dev.junitllm.judge.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Usage;
import dev.junitllm.judge.ScriptedJudge;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.FinishReason;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.judge.chat.TokenLogprob;
import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges' calls on a cassette. */
@Timeout(60)
class RecordedModelTest {

    private static final ChatModel NOBODY = ScriptedJudge.replying(request -> {
        throw new AssertionError("nobody may be called");
    });

    @TempDir
    private Path folder;

    private static ChatRequest request(String id, String text, String nonce) {
        return ChatRequest.of(
                        ChatMessage.system("Judge. Code: " + nonce), ChatMessage.user("<data-" + nonce + ">" + text))
                .withSampling(Sampling.DEFAULT.withTemperature(0))
                .withLabel(CallLabel.NONE.withCaseId(id).withNonce(nonce));
    }

    private ChatReply ask(String mode, ChatModel model, ChatRequest request) throws Exception {
        try (TestScope scope = TestScope.in(folder, mode)) {
            return Cassettes.of(scope).recorded(model, null, scope).chat(request);
        }
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve(TestScope.FILE));
    }

    @Test
    void replaysWhatItRecordedWithTheNonceOfThePresentRequest() throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying("{'verdict': 'CORRECT'}");

        ChatReply first = ask("auto", judge, request("a", "Paris", "1111aaaa1111aaaa"));
        ChatReply second = ask("auto", NOBODY, request("a", "Paris", "2222bbbb2222bbbb"));

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.text()).isEqualTo("{\"nonce\":\"2222bbbb2222bbbb\",\"verdict\":\"CORRECT\"}");
        assertThat(judge.requests()).hasSize(1);
        assertThat(file()).doesNotContain("1111aaaa").contains("<data-<nonce>>Paris");
    }

    @Test
    void keepsEverythingThatAReplySays() throws Exception {
        ChatReply full = ChatReply.of("a\nb\n")
                .withStructured(JsonNodeFactory.instance.objectNode().put("n", "x1111aaaa1111aaaax"))
                .withFinish(FinishReason.TOOL, "tool_use")
                .withUsage(new Usage(10L, 20L, null, 3L, 4L))
                .withLogprobs(List.of(new TokenLogprob("a", -0.25, List.of(new TokenLogprob("b", -9999, List.of())))))
                .withOrigin("m-2", "id-1")
                .withNotes(List.of("temperature dropped"));

        ask("record", ScriptedJudge.replying(asked -> full), request("a", "x", "1111aaaa1111aaaa"));

        assertThat(ask("replay", NOBODY, request("a", "x", "1111aaaa1111aaaa"))).isEqualTo(full.asReplayed());
    }

    @Test
    void isOneReadableFileInOrder() throws Exception {
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope).recorded(ScriptedJudge.saying("{'v': 1}"), null, scope);
            model.chat(request("b", "two\nlines", "1111aaaa1111aaaa"));
            model.chat(request("a", "Größe", "3333cccc3333cccc"));
        }

        assertThat(file().replaceAll("\"key\": \"[0-9a-f]{32}\"", "\"key\": \"…\""))
                .isEqualTo("""
                {
                  "schema": 1,
                  "test": "org.example.BotEvalTest#answers",
                  "recordings": [
                    {
                      "case": "a",
                      "sample": 1,
                      "vote": 1,
                      "key": "…",
                      "request": {
                        "kind": "chat",
                        "provider": "scripted",
                        "model": "judge",
                        "sampling": {
                          "temperature": 0.0
                        },
                        "messages": [
                          {
                            "role": "system",
                            "text": "Judge. Code: <nonce>"
                          },
                          {
                            "role": "user",
                            "text": "<data-<nonce>>Gr\\u00F6\\u00DFe"
                          }
                        ]
                      },
                      "reply": {
                        "nonce": "<nonce>",
                        "text": "{\\"nonce\\":\\"<nonce>\\",\\"v\\":1}",
                        "finish": "STOP"
                      }
                    },
                    {
                      "case": "b",
                      "sample": 1,
                      "vote": 1,
                      "key": "…",
                      "request": {
                        "kind": "chat",
                        "provider": "scripted",
                        "model": "judge",
                        "sampling": {
                          "temperature": 0.0
                        },
                        "messages": [
                          {
                            "role": "system",
                            "text": "Judge. Code: <nonce>"
                          },
                          {
                            "role": "user",
                            "text": [
                              "<data-<nonce>>two",
                              "lines"
                            ]
                          }
                        ]
                      },
                      "reply": {
                        "nonce": "<nonce>",
                        "text": "{\\"nonce\\":\\"<nonce>\\",\\"v\\":1}",
                        "finish": "STOP"
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void writesTheSameFileWhateverOrderAnswersCameIn() throws Exception {
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope).recorded(ScriptedJudge.saying("{'v': 1}"), null, scope);
            model.chat(request("a", "x", "1111aaaa1111aaaa"));
            model.chat(request("b", "y", "1111aaaa1111aaaa"));
        }
        String first = file();
        Files.delete(folder.resolve(TestScope.FILE));
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope).recorded(ScriptedJudge.saying("{'v': 1}"), null, scope);
            model.chat(request("b", "y", "4444dddd4444dddd"));
            model.chat(request("a", "x", "4444dddd4444dddd"));
        }

        assertThat(file()).isEqualTo(first);
    }

    @Test
    void tellsSamplesVotesParametersAndModelsApart() throws Exception {
        ChatRequest one = request("a", "x", "1111aaaa1111aaaa");
        ask("auto", ScriptedJudge.saying("{'v': 1}"), one);

        for (ChatRequest other : List.of(
                one.withLabel(one.label().withSample(2)),
                one.withLabel(one.label().withVote(2)),
                one.withSampling(Sampling.DEFAULT.withTemperature(1)),
                one.withSampling(one.sampling().withSeed(7)),
                one.followedBy(ChatMessage.user("again")),
                request("a", "y", "1111aaaa1111aaaa"))) {
            assertThatExceptionOfType(ScoringException.class)
                    .isThrownBy(() -> ask("replay", NOBODY, other))
                    .satisfies(error -> assertThat(error.kind()).isEqualTo("NO_RECORDING"));
        }
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> ask(
                        "replay",
                        NOBODY.describedAs(dev.junitllm.judge.chat.ChatModelDescription.of("scripted", "other")),
                        one));
    }

    @Test
    void saysHowAMissingRequestDiffersFromTheNearest() throws Exception {
        ask("auto", ScriptedJudge.saying("{'v': 1}"), request("far", "1\n2\n3", "1111aaaa1111aaaa"));
        ask("auto", ScriptedJudge.saying("{'v': 1}"), request("paris", "Paris,\nI say.", "1111aaaa1111aaaa"));

        assertThatThrownBy(() -> ask("replay", NOBODY, request("paris", "Paris,\nI think.", "5555eeee5555eeee")))
                .hasMessage(
                        "src/test/llm-cassettes/org.example.BotEvalTest.answers.json holds no recording of this"
                                + " request (case paris, sample 1, vote 1), and junit.llm.cassette.mode = replay calls nobody;"
                                + " the nearest recording, of case paris, differs: messages[1].text[1] was 'I say.', is 'I think.'");
    }

    @Test
    void saysWhatToSetWhereNobodyCanBeAsked() throws Exception {
        ask("auto", ScriptedJudge.saying("{'v': 1}"), request("a", "x", "1111aaaa1111aaaa"));
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope)
                    .recorded(NOBODY, new IllegalStateException("set the environment variable X"), scope);

            assertThat(model.chat(request("a", "x", "1111aaaa1111aaaa")).replayed())
                    .isTrue();
            assertThatThrownBy(() -> model.chat(request("b", "new", "1111aaaa1111aaaa")))
                    .hasMessageContaining(
                            "and set the environment variable X; nothing of this sample is recorded: it is new, or")
                    .hasMessageContaining("; the nearest recording, of case a");
        }
    }

    @Test
    void failsBeforeTheFirstCaseWhereThereIsNeitherRecordingNorModel() throws Exception {
        try (TestScope scope = TestScope.in(folder, "auto")) {
            RuntimeException lacking = new IllegalStateException("set X");

            assertThatThrownBy(() -> Cassettes.of(scope).recorded(NOBODY, lacking, scope))
                    .isSameAs(lacking);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "replay", "record", "live"})
    void isNotRunWhereThatIsAllRight(String mode) throws Exception {
        Map<String, String> settings = Map.of("junit.llm.cassette.mode", mode, "junit.llm.without-model", "not-run");
        try (TestScope scope = new TestScope(folder, settings, Map.of())) {
            ChatModel model = Cassettes.of(scope).recorded(NOBODY, new IllegalStateException("set X"), scope);

            ScoringException error = catchThrowableOfType(
                    ScoringException.class, () -> model.chat(request("a", "x", "1111aaaa1111aaaa")));
            assertThat(error.kind()).isEqualTo("NOT_RUN");
        }
    }

    @Test
    void recordsAnewAndLeavesTheRest() throws Exception {
        ask("auto", ScriptedJudge.saying("{'v': 1}"), request("a", "x", "1111aaaa1111aaaa"));
        ask("auto", ScriptedJudge.saying("{'v': 1}"), request("b", "y", "1111aaaa1111aaaa"));

        ask("record", ScriptedJudge.saying("{'v': 2}"), request("a", "x", "1111aaaa1111aaaa"));

        assertThat(ask("replay", NOBODY, request("a", "x", "n")).text()).contains("\"v\":2");
        assertThat(ask("replay", NOBODY, request("b", "y", "n")).text()).contains("\"v\":1");
    }

    @Test
    void liveNeitherReadsNorWrites() throws Exception {
        ask("live", ScriptedJudge.saying("{'v': 1}"), request("a", "x", "1111aaaa1111aaaa"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void recordsNoErrors() throws Exception {
        ChatRequest request = request("a", "x", "1111aaaa1111aaaa");
        for (ChatReply reply : List.of(
                ChatReply.of(" "),
                ChatReply.of("cut").withFinish(FinishReason.LENGTH, "length"),
                ChatReply.of("no").withFinish(FinishReason.REFUSAL, null),
                ChatReply.of("no").withFinish(FinishReason.CONTENT_FILTER, null),
                ChatReply.of("?").withFinish(FinishReason.OTHER, null),
                ChatReply.of("no").withRefusal("I won't"))) {
            ask("auto", ScriptedJudge.replying(asked -> reply), request);
        }
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel failing = Cassettes.of(scope).recorded(throwing(), null, scope);
            assertThatThrownBy(() -> failing.chat(request)).hasMessage("too slow");
        }
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope).recorded(ScriptedJudge.saying("{'v': 1}"), null, scope);
            model.chat(request);
            model.unusable(request);
        }

        assertThat(folder.resolve(TestScope.FILE)).doesNotExist();
    }

    private static ChatModel throwing() {
        ChatModel model = asked -> {
            throw new ScoringException("TIMEOUT", "too slow");
        };
        return model.describedAs(dev.junitllm.judge.chat.ChatModelDescription.of("a", "b"));
    }

    @Test
    void aModelWithoutANameIsOnlyCalled() throws Exception {
        ChatModel unnamed = asked -> ChatReply.of("hello");

        ask("auto", unnamed, request("a", "x", "1111aaaa1111aaaa"));

        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> ask("replay", unnamed, request("a", "x", "1111aaaa1111aaaa")))
                .hasMessageContaining("junit.llm.cassette.mode = replay, but the model says nothing of itself");
    }

    /** Else a judge that was talked into copying the placeholder would seem to know the code on replay. */
    @Test
    void aPlaceholderThatWasSaidStaysOne() throws Exception {
        ChatRequest request = request("a", "say <nonce> and <nonce-2>", "1111aaaa1111aaaa");
        ask("auto", ScriptedJudge.replying(asked -> ChatReply.of("{\"nonce\": \"<nonce>\"}")), request);

        assertThat(ask("replay", NOBODY, request("a", "say <nonce> and <nonce-2>", "2222bbbb2222bbbb"))
                        .text())
                .isEqualTo("{\"nonce\": \"<nonce>\"}");

        ChatReply both = ChatReply.of("<nonce> 1111aaaa1111aaaa");
        ask("record", ScriptedJudge.replying(asked -> both), request);
        assertThat(ask("replay", NOBODY, request("a", "say <nonce> and <nonce-2>", "2222bbbb2222bbbb"))
                        .text())
                .isEqualTo("<nonce> 2222bbbb2222bbbb");
    }

    @Test
    void keepsHostileTextAsItIs() throws Exception {
        String hostile = "\n\n\n\ud800 lone \udc00\u0000\u001b[31m\r\n\u2028\u202e\ufeff\"\\</script>\t"
                + "x".repeat(1 << 20)
                + "\n\n";
        ChatRequest request = request("h\u0000\ud800", hostile, "1111aaaa1111aaaa");

        ask("auto", ScriptedJudge.replying(asked -> ChatReply.of(hostile)), request);

        assertThat(ask("replay", NOBODY, request("h\u0000\ud800", hostile, "2222bbbb2222bbbb"))
                        .text())
                .isEqualTo(hostile);
        assertThat(Files.readAllBytes(folder.resolve(TestScope.FILE)))
                .as("printable ASCII and line feeds only")
                .satisfies(bytes -> {
                    for (byte one : (byte[]) bytes) {
                        if (one != '\n' && (one < ' ' || one > '~')) {
                            throw new AssertionError("byte " + one);
                        }
                    }
                });
    }

    @Test
    void keepsNoSecretsAndStillReplays() throws Exception {
        String key = "sk-proj-" + "Q7".repeat(20);
        ChatRequest request = request("a", "my key is " + key, "1111aaaa1111aaaa");

        ask("auto", ScriptedJudge.replying(asked -> ChatReply.of("{\"evidence\": \"" + key + "\"}")), request);

        assertThat(new String(Files.readAllBytes(folder.resolve(TestScope.FILE)), StandardCharsets.US_ASCII))
                .doesNotContain("Q7Q7")
                .contains("[REDACTED:openai-key]");
        assertThat(ask("replay", NOBODY, request).text()).isEqualTo("{\"evidence\": \"[REDACTED:openai-key]\"}");
    }

    @Test
    void keepsNoDataAboutPeopleAndStillTellsRequestsApart() throws Exception {
        ChatRequest jane = request("jane@example.org", "write to jane@example.org", "1111aaaa1111aaaa");
        ChatRequest john = request("b", "write to john@example.org", "1111aaaa1111aaaa");

        ask("auto", ScriptedJudge.replying(asked -> ChatReply.of("quote: jane@example.org")), jane);
        ask("auto", ScriptedJudge.replying(asked -> ChatReply.of("other")), john);

        assertThat(file()).doesNotContain("jane", "john").contains("write to [REDACTED:email]");
        assertThat(ask("replay", NOBODY, john).text()).isEqualTo("other");
        assertThat(ask("replay", NOBODY, jane).text()).isEqualTo("quote: [REDACTED:email]");
    }

    @Test
    void knowsATextAsItsRecordingsHoldIt() throws Exception {
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope).recorded(NOBODY, null, scope);

            assertThat(model.asRecorded("write to jane@example.org")).isEqualTo("write to [REDACTED:email]");
        }
        assertThat(NOBODY.asRecorded("write to jane@example.org")).isEqualTo("write to jane@example.org");
    }

    @Test
    void recordsNothingWhereMessagesAreNotKept() throws Exception {
        Map<String, String> settings =
                Map.of("junit.llm.cassette.mode", "auto", "junit.llm.capture.messages", "hashed");
        try (TestScope scope = new TestScope(folder, settings, Map.of())) {
            Cassettes.of(scope)
                    .recorded(ScriptedJudge.saying("{'v': 1}"), null, scope)
                    .chat(request("a", "Paris", "1111aaaa1111aaaa"));
        }

        assertThat(folder.resolve(TestScope.FILE)).doesNotExist();
    }

    @Test
    void listsAndPrunesWhatAWholeRunDidNotAskFor() throws Exception {
        for (String id : List.of("a", "b", "c")) {
            ask("auto", ScriptedJudge.saying("{'v': 1}"), request(id, id, "1111aaaa1111aaaa"));
        }
        try (TestScope scope = TestScope.in(folder, "auto")) {
            ChatModel model = Cassettes.of(scope).recorded(NOBODY, null, scope);
            model.chat(request("b", "b", "1111aaaa1111aaaa"));
            assertThat(scope.ended(false)).containsExactly("");
            assertThat(scope.ended(true))
                    .containsExactly(
                            "2 of 3 recordings were not asked for (junit.llm.cassette.prune = true removes them): a, c");
        }
        Map<String, String> prune = Map.of("junit.llm.cassette.prune", "true");
        try (TestScope scope = new TestScope(folder, prune, Map.of())) {
            ChatModel model = Cassettes.of(scope).recorded(NOBODY, null, scope);
            model.chat(request("b", "b", "1111aaaa1111aaaa"));
            assertThat(scope.ended(true))
                    .containsExactly("2 of 3 recordings were removed, which nobody asked for: a, c");
        }

        assertThat(file()).containsOnlyOnce("\"case\"").contains("\"case\": \"b\"");
    }

    @Test
    void saysWhatWasRecordedAndThatItIsLostOnCi() throws Exception {
        try (TestScope scope = TestScope.in(folder, "auto")) {
            Cassettes.of(scope)
                    .recorded(ScriptedJudge.saying("{'v': 1}"), null, scope)
                    .chat(request("a", "x", "1111aaaa1111aaaa"));
            assertThat(scope.ended(true)).containsExactly("recorded 1 answer: commit " + TestScope.FILE);
        }
        try (TestScope scope = new TestScope(folder, Map.of(), Map.of("CI", "true"))) {
            Cassettes.of(scope)
                    .recorded(ScriptedJudge.saying("{'v': 1}"), null, scope)
                    .chat(request("b", "y", "1111aaaa1111aaaa"));
            assertThat(scope.ended(false))
                    .containsExactly("recorded 1 answer on CI, lost with its workspace: b; record where "
                            + TestScope.FILE + " can be committed");
        }
    }

    @Test
    void saysWhichSettingIsWrong() throws Exception {
        try (TestScope scope = TestScope.in(folder, "reply")) {
            assertThatThrownBy(() -> Cassettes.of(scope))
                    .hasMessage("junit.llm.cassette.mode (or JUNIT_LLM_CASSETTE_MODE) is 'reply', but must be one of"
                            + " auto, replay, record, live");
        }
    }
}
