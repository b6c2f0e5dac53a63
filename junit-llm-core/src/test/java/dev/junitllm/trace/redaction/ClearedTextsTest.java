package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClearedTextsTest {

    private final ClearedTexts known = new ClearedTexts();

    @Test
    void remembersShortTextsAlone() {
        known.add("x".repeat(64));
        known.add("y".repeat(65));

        assertThat(known.contains("x".repeat(64))).isTrue();
        assertThat(known.contains("y".repeat(65))).isFalse();
        assertThat(known.contains("z")).isFalse();
    }

    /** Models may say something new for ever. */
    @Test
    void remembersOnlySoMany() {
        for (int i = 0; i < 2_000; i++) {
            known.add("text " + i);
        }

        assertThat(known.contains("text 499")).isTrue();
        assertThat(known.contains("text 500")).isFalse();
    }

    @Test
    void changesNothingOfWhatIsFoundInATextThatIsSeenAgain() {
        RuleSet rules = RuleSet.of(RuleSet.builtIn());
        for (int again = 0; again < 3; again++) {
            assertThat(rules.redact("mail jane.doe@example.com").text()).isEqualTo("mail [REDACTED:email]");
            assertThat(rules.redact("\"a\\u0040b.example\"").text()).doesNotContain("b.example");
            assertThat(rules.redact("nothing here").text()).isEqualTo("nothing here");
        }
    }
}
