package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ofJsonStaysCharacterByCharacterButForWhatIsRemoved() {
        String json = """
                { "a" : 1.50e+3,
                  "mail":"jane@example.org", "b":[true , null,"x\\/y"],
                  "api_key": 1234567890 , "a" : "again" }
                """;

        assertThat(Rules.redact(json)).isEqualTo("""
                { "a" : 1.50e+3,
                  "mail":"[REDACTED:email]", "b":[true , null,"x\\/y"],
                  "api_key": "[REDACTED:secret-field]" , "a" : "again" }
                """);
    }

    @Test
    void ofJsonWithinJsonStays() throws Exception {
        String arguments = JSON.writeValueAsString(Map.of("password", "with \"quotes\"\nand lines"));
        String inner = JSON.writeValueAsString(Map.of("arguments", arguments));
        String json = JSON.writeValueAsString(Map.of("content", inner));

        JsonNode safe = JSON.readTree(Rules.redact(json));

        JsonNode read = JSON.readTree(
                JSON.readTree(safe.get("content").asText()).get("arguments").asText());
        assertThat(read.get("password").asText()).isEqualTo("[REDACTED:secret-field]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":\"jane\\u0040example.org\"}",
                "[\"https:\\/\\/bob:hunter2hunter2@db\"]",
                "{\"pass\\u0077ord\":\"hunter2hunter2\"}",
                "{\"credential\\u017f\":\"hunter2hunter2\"}",
                "{\"card\":\"4111\\u00201111\\u00201111\\u00201111\"}",
                "{\"x\":\"{\\\"pass\\\\u0077ord\\\":\\\"hunter2hunter2\\\"}\"}",
                "{\"x\":\"{\\\"y\\\":\\\"jane\\\\u0040example.org\\\"}\"}",
                "{\"jane@example.org\":1}",
                "{\"credentials\":[\"hunter2hunter2\",[\"hunter2hunter2\"]]}",
                "{\"Authorization\":[\"hunter2hunter2\"]}",
                "\"jane@example.org\"",
                "{\"card\":4111111111111111}",
                "{\"secret\":{\"password\":\"hunter2hunter2\"}}",
            })
    void ofJsonHidesNothing(String json) throws Exception {
        String safe = Rules.redact(json);

        JSON.readTree(safe);
        assertThat(safe).contains("[REDACTED:").doesNotContain("hunter2hunter2", "jane", "4111");
    }

    /** What a rule of a user's or a secret of the environment looks for may be outside of ASCII. */
    @Test
    void ofJsonHidesNoLettersOutsideAscii() {
        RuleSet rules = RuleSet.of(List.of(
                RedactionRule.of("name", "M\u00fcller|\u674e\u5c0f\u9f99", "M\u00fcller", "\u674e\u5c0f\u9f99")));

        assertThat(rules.redact("{\"a\":\"Frau M\\u00fcller\"}").text()).isEqualTo("{\"a\":\"Frau [REDACTED:name]\"}");
        RuleSet kelvin = RuleSet.of(List.of(RedactionRule.of("ticket", "(?iu)ticket", "Ticket")));
        assertThat(kelvin.redact("{\"a\":\"tic\\u212aet\"}").text()).isEqualTo("{\"a\":\"[REDACTED:ticket]\"}");
        assertThat(rules.redact("{\"a\":\"\\u674e\\u5c0f\\u9f99\"}").text()).isEqualTo("{\"a\":\"[REDACTED:name]\"}");
    }

    @Test
    void ofJsonStaysAsItIsWhereItsEscapesHideNothing() {
        String json = "{\"a\":\"escapes such as \\\\u200b, \\\\u12, \\\\\\u00e9 \\u0041nd \\/ \\\"\\u674e\\\" stay\"}";

        assertThat(Rules.redact(json)).isEqualTo(json);
        assertThat(Rules.redact(json + "\n" + json)).isEqualTo(json + "\n" + json);
    }

    @Test
    void ofJsonLinesStays() throws Exception {
        String lines = "{\"mail\":\"jane@example.org\"}\n{\"password\":\"a\\\"b\\\\c12345\"}\n\n{\"x\":1}\n";

        String safe = Rules.redact(lines);

        assertThat(safe)
                .isEqualTo(
                        "{\"mail\":\"[REDACTED:email]\"}\n{\"password\":\"[REDACTED:secret-field]\"}\n\n{\"x\":1}\n");
    }

    @Test
    void ofServerSentEventsStays() {
        String events = "event: delta\r\ndata: {\"text\":\"jane@example.org\",\"secret\":12345678}\r\n\r\n"
                + "data:{\"text\":\"-----BEGIN PRIVATE KEY-----\\nMII\\n-----END PRIVATE KEY-----\"}\r\n\r\ndata: [DONE]\r\n";

        assertThat(Rules.redact(events))
                .isEqualTo(
                        "event: delta\r\ndata: {\"text\":\"[REDACTED:email]\",\"secret\":\"[REDACTED:secret-field]\"}\r\n\r\n"
                                + "data:{\"text\":\"[REDACTED:private-key]\"}\r\n\r\ndata: [DONE]\r\n");
    }

    @Test
    void ofTextAroundJsonLinesIsSearchedInOnePiece() {
        String text =
                "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END PRIVATE KEY-----\n{\"a\":1}\nmail jane@example.org";

        assertThat(Rules.redact(text)).isEqualTo("[REDACTED:private-key]\n{\"a\":1}\nmail [REDACTED:email]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"hunter2hunter2\"",
                "{\"password\":\"hunter2hunter2\",}",
                "{\"password\":\"hunter2hunter2\" \"x\"}",
                "{\"password\":\"hunter2hunter2\\x\"}",
                "[{\"password\":\"hunter2hunter2\"]}",
                "{'password':'hunter2hunter2'}",
            })
    void ofWhatIsNoJsonIsSearchedAsText(String broken) {
        assertThat(Rules.redact(broken)).doesNotContain("hunter2hunter2").contains("[REDACTED:secret-field]");
    }

    @Test
    void ofJsonThatIsAbsurdlyDeepIsSearchedAsText() {
        String deep = "[".repeat(100_000) + "\"jane@example.org\"" + "]".repeat(100_000);

        assertThat(Rules.redact(deep)).doesNotContain("jane").hasSizeGreaterThan(200_000);
    }

    @Test
    void keepsTokensOfLogprobs() {
        String json = "{\"token\":\" understanding\",\"logprob\":-0.25,\"bytes\":[32,117],\"max_tokens\":512}";

        assertThat(Rules.redact(json + " ")).isEqualTo(json + " ");
    }

    @Test
    void keepsCharactersOutsideAsciiAsTheyWereWritten() {
        assertThat(Rules.redact("{\"a\":\"\\u00e9 jane@example.org\"}"))
                .isEqualTo("{\"a\":\"\\u00e9 [REDACTED:email]\"}");
        assertThat(Rules.redact("{\"a\":\"\u00e9 \\\"jane@example.org\\\"\"}"))
                .isEqualTo("{\"a\":\"\u00e9 \\\"[REDACTED:email]\\\"\"}");
    }

    @Test
    void leavesWhatFieldsAreCalledWhereTheRuleIsOff() {
        RuleSet without = RuleSet.of(RuleSet.builtIn().stream()
                .filter(rule -> !rule.name().equals("secret-field"))
                .toList());
        String json = "{\"password\":\"correct horse\",\"mail\":\"jane@example.org\"}";

        assertThat(without.redact(json).text())
                .isEqualTo("{\"password\":\"correct horse\",\"mail\":\"[REDACTED:email]\"}");
    }
}
