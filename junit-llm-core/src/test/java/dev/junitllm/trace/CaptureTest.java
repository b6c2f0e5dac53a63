package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureTest {

    private static final String SAID = "mail jane@example.org, key AKIAQM4XR7VT2KLP6SWD";

    @Test
    void removesSecretsAndDataAboutPeople() {
        Kept kept = capture(Map.of()).keep(CaptureField.OUTPUT, SAID);

        assertThat(kept.text()).isEqualTo("mail [REDACTED:email], key [REDACTED:aws-key]");
        assertThat(kept.handling().removed()).isEqualTo(Map.of("aws-key", 1, "email", 1));
        assertThat(kept.handling().isWhole()).isFalse();
        assertThat(kept.original()).isEmpty();
    }

    @Test
    void saysThatNothingWasDone() {
        Kept kept = capture(Map.of()).keep(CaptureField.OUTPUT, "30 days");

        assertThat(kept).isEqualTo(new Kept("30 days", Handling.WHOLE));
        assertThat(kept.original()).contains("30 days");
    }

    @Test
    void removesSecretsWhereTheRestIsKeptInFull() {
        Kept kept = capture(Map.of("junit.llm.capture", "full")).keep(CaptureField.OUTPUT, SAID);

        assertThat(kept.text()).isEqualTo("mail jane@example.org, key [REDACTED:aws-key]");
    }

    @Test
    void keepsLengthAndHashOfWhatIsHashed() {
        Capture hashed = capture(Map.of("junit.llm.capture", "Hashed"));
        Kept kept = hashed.keep(CaptureField.OUTPUT, "30 days");

        assertThat(kept.text()).isEqualTo("[SHA-256: ffd7280513ce285e6d9dc8d0b7078c4f, 7 characters]");
        assertThat(kept.handling().sha256()).isEqualTo("ffd7280513ce285e6d9dc8d0b7078c4f");
        assertThat(kept.handling())
                .isEqualTo(
                        new Handling(Map.of(), false, true, 7, kept.handling().sha256()));
        assertThat(hashed.keep(CaptureField.OUTPUT, "mail a@example.org")
                        .handling()
                        .sha256())
                .as("a hash of a short secret could be guessed")
                .isEqualTo(hashed.keep(CaptureField.OUTPUT, "mail b@example.org")
                        .handling()
                        .sha256());
    }

    @Test
    void keepsNothingButTheLength() {
        Kept kept = capture(Map.of("junit.llm.capture", "none")).keep(CaptureField.OUTPUT, "30 days");

        assertThat(kept).isEqualTo(new Kept("[NOT KEPT: 7 characters]", new Handling(Map.of(), false, true, 7, "")));
    }

    @Test
    void keepsWhatIsEmptyOrBlank() {
        Capture none = capture(Map.of("junit.llm.capture", "none"));

        assertThat(none.keep(CaptureField.OUTPUT, "").text()).isEmpty();
        assertThat(none.keep(CaptureField.OUTPUT, " \n").text()).isEqualTo(" \n");
    }

    @ParameterizedTest
    @EnumSource
    void canBeSetForEachField(CaptureField field) {
        Capture capture = capture(Map.of("junit.llm.capture", "full", "junit.llm.capture." + field.label(), "none"));

        for (CaptureField other : CaptureField.values()) {
            assertThat(capture.mode(other)).isEqualTo(other == field ? CaptureMode.NONE : CaptureMode.FULL);
            assertThat(capture.keeps(other)).isEqualTo(other != field);
        }
    }

    @Test
    void cutsLongTextsAndSaysSo() {
        Capture capture = capture(Map.of("junit.llm.capture.max-length", "100"));
        String text = "jane@example.org " + "x".repeat(82) + "\ud83d\ude00 and so on";
        Kept kept = capture.keep(CaptureField.OUTPUT, text);

        assertThat(kept.text())
                .startsWith("[REDACTED:email] xxx")
                .endsWith("\u2026 [CUT: 111 characters, SHA-256 "
                        + kept.handling().sha256() + "]");
        assertThat(kept.handling().cut()).isTrue();
        assertThat(kept.handling().length()).isEqualTo(text.length());
        assertThat(kept.handling().removed()).isEqualTo(Map.of("email", 1));
        assertThat(capture.keep(CaptureField.OUTPUT, "x".repeat(100)).handling())
                .isEqualTo(Handling.WHOLE);
    }

    @Test
    void cutsTheTextsInJsonSoThatItStaysJson() throws Exception {
        Capture capture = capture(Map.of("junit.llm.capture.max-length", "500"));
        String json = "[{\"role\":\"user\",\"content\":\"" + "\\u00e9".repeat(500) + "\"},{\"role\":\"assistant\"}]";
        Kept kept = capture.keep(CaptureField.MESSAGES, json);

        assertThat(new ObjectMapper().readTree(kept.text()).get(1).get("role").asText())
                .isEqualTo("assistant");
        assertThat(kept.text()).contains("[CUT: 500 characters]").hasSizeLessThanOrEqualTo(500);
        assertThat(kept.handling().cut()).isTrue();
    }

    @Test
    void saysWhichSettingIsWrong() {
        assertThatThrownBy(() -> capture(Map.of("junit.llm.capture.tool", "some")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "junit.llm.capture.tool (or JUNIT_LLM_CAPTURE_TOOL) is 'some', but must be one of full, redacted, hashed, none");
    }

    @Test
    void tellsTextsApartAsFarAsThatCanBeKnown() {
        Capture capture = capture(Map.of("junit.llm.capture.max-length", "100"));
        Kept whole = capture.keep(CaptureField.OUTPUT, "30 days");
        Kept redacted = capture.keep(CaptureField.OUTPUT, "ask a@example.org");
        Kept cut = capture.keep(CaptureField.OUTPUT, "x".repeat(200));
        Kept none = capture(Map.of("junit.llm.capture", "none")).keep(CaptureField.OUTPUT, "30 days");
        Kept hashed = capture(Map.of("junit.llm.capture", "hashed")).keep(CaptureField.OUTPUT, "30 days");

        assertThat(whole.sameAs(capture.keep(CaptureField.OUTPUT, "30 days"))).contains(true);
        assertThat(whole.sameAs(capture.keep(CaptureField.OUTPUT, "31 days"))).contains(false);
        assertThat(whole.sameAs(hashed)).contains(true);
        assertThat(cut.sameAs(capture.keep(CaptureField.OUTPUT, "x".repeat(200))))
                .contains(true);
        assertThat(cut.sameAs(capture.keep(CaptureField.OUTPUT, "x".repeat(201))))
                .contains(false);
        assertThat(redacted.sameAs(capture.keep(CaptureField.OUTPUT, "ask b@example.org")))
                .isEmpty();
        assertThat(redacted.sameAs(capture.keep(CaptureField.OUTPUT, "tell b@example.org")))
                .contains(false);
        assertThat(redacted.sameAs(new Kept("ask a@example.org", Handling.WHOLE)))
                .isEmpty();
        assertThat(whole.sameAs(none)).isEmpty();
        assertThat(none.sameAs(none)).isEmpty();
    }

    @Test
    void keepsOnlyWhatKindOfExceptionItWas() {
        Throwable kept = capture(Map.of("junit.llm.capture", "none"))
                .keep(new IllegalStateException("was 30 days", new Error("x")));

        assertThat(kept).hasMessage("java.lang.IllegalStateException: [NOT KEPT: 11 characters]");
        assertThat(kept.getCause()).hasMessage("java.lang.Error: [NOT KEPT: 1 characters]");
    }

    @Test
    void keepsAsMuchWhereItKnowsWhatIsQuoted() {
        Capture full = capture(Map.of("junit.llm.capture", "full")).knowing(List.of(SAID));

        assertThat(full.keep(CaptureField.REASON, "'jane@example.org, key AKIAQM4XR7V\u2026'")
                        .text())
                .isEqualTo("'jane@example.org, key [REDACTED:aws-key]\u2026'");
        assertThat(full.redactor().redact(SAID)).isEqualTo("mail jane@example.org, key [REDACTED:aws-key]");
        assertThat(capture(Map.of("junit.llm.capture", "none"))
                        .knowing(List.of(SAID))
                        .keep(CaptureField.REASON, "half")
                        .text())
                .isEqualTo("[NOT KEPT: 4 characters]");
        assertThat(full.knowing(List.of("nothing"))).isSameAs(full);
    }

    static Capture capture(Map<String, String> settings) {
        return Capture.of(Configuration.of(name -> Optional.ofNullable(settings.get(name)), Map.of()));
    }
}
