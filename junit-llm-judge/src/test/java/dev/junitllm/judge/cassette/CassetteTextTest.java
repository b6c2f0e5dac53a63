package dev.junitllm.judge.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.judge.ScriptedJudge;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a cassette is said with file and line. */
class CassetteTextTest {

    @TempDir
    private Path folder;

    private String good = "";

    @BeforeEach
    void record() throws Exception {
        try (TestScope scope = TestScope.in(folder, "auto")) {
            Cassettes.of(scope)
                    .recorded(ScriptedJudge.saying("{'v': 1}"), null, scope)
                    .chat(ChatRequest.of(ChatMessage.user("What?"))
                            .withLabel(CallLabel.NONE.withCaseId("a").withNonce("1111aaaa1111aaaa")));
        }
        good = Files.readString(folder.resolve(TestScope.FILE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "schema": 1      | "schema": 2     | line 2: schema 2: this version of junit-llm reads schema 1
                    "schema"         | "version"       | line 2: 'version' stands where 'schema' belongs
                    BotEvalTest#     | OtherTest#      | line 3: the cassette belongs to org.example.OtherTest#answers, not to
                    "What?"          | "Who?"          | line 5: the request has been changed since it was recorded: its key is
                    "sample": 1      | "sample": 0     | line 5: 'sample' must be a whole number from 1
                    "vote": 1        | "votes": 1      | line 5: a recording has no field 'votes'
                    "finish": "STOP" | "finish": "END" | line 5: 'finish' must be one of
                    "finish"         | "refusal"       | line 5: a reply has no field 'refusal'
                    "key"            | "case"          | line 9: malformed JSON, perhaps by a merge: Duplicate field 'case'
                    "recordings": [  | "recordings": [¶<<<<<<< HEAD | line 5: malformed JSON, perhaps by a merge
                    """)
    void saysWhere(String what, String instead, String message) throws Exception {
        write(good.replace(what, instead.replace("¶", "\n")));

        assertFails("src/test/llm-cassettes/org.example.BotEvalTest.answers.json, " + message);
    }

    @Test
    void refusesWhatIsCutOffOrHasMoreBehindIt() throws Exception {
        write(good.substring(0, good.length() / 2));
        assertFails("malformed JSON");
        write(good + "{}");
        assertFails("there is more behind the recordings");
        write("");
        assertFails("line 1: a cassette is a JSON object");
    }

    @Test
    void refusesTwoAnswersToOneRequestAsAMergeMayLeaveThem() throws Exception {
        int begin = good.indexOf("    {\n");
        String recording = good.substring(begin, good.lastIndexOf("    }") + 5);

        write(good.replace(recording, recording + ",\n" + recording));

        assertFails("line 28: the same request is recorded twice, perhaps by a merge");
    }

    @Test
    void refusesOtherEncodings() throws Exception {
        Files.write(folder.resolve(TestScope.FILE), new byte[] {'{', '"', (byte) 0xe4, '"'});

        assertFails("the file is not in UTF-8");
    }

    @Test
    void readsWhatAnEditorHasMadeOfItsWhiteSpace() throws Exception {
        write(good.replace("\n", "\r\n").replace("  ", "\t"));

        assertThat(read()).isEqualTo(1);
    }

    private void write(String text) throws Exception {
        Files.writeString(folder.resolve(TestScope.FILE), text);
    }

    private int read() throws Exception {
        try (TestScope scope = TestScope.in(folder, "replay")) {
            return Cassettes.of(scope)
                    .cassette(scope)
                    .orElseThrow()
                    .recordings()
                    .size();
        }
    }

    private void assertFails(String message) {
        assertThatExceptionOfType(CassetteException.class)
                .isThrownBy(this::read)
                .withMessageContaining(message);
    }
}
