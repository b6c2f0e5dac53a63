package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.trace.Redactor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionKeysTest {

    @Test
    void addRules() {
        Redactor redactor =
                redactor("junit.llm.redaction.rules", "employee=\\bE[0-9]{6}\\b; ticket=(?i)ticket (?<secret>[0-9]+)");

        assertThat(redactor.redact("E123456 has Ticket 77, a@example.org"))
                .isEqualTo("[REDACTED:employee] has Ticket [REDACTED:ticket], [REDACTED:email]");
    }

    @Test
    void switchRulesOff() {
        Redactor redactor = redactor("junit.llm.redaction.off", "email, environment");

        assertThat(redactor.redact("a@example.org 123-45-6789 correct horse battery"))
                .isEqualTo("a@example.org [REDACTED:us-ssn] correct horse battery");
    }

    @Test
    void switchNothingOffUnlessAsked() {
        assertThat(redactor("junit.llm.redaction.off", "").redact("a@example.org correct horse battery"))
                .isEqualTo("[REDACTED:email] [REDACTED:environment]");
    }

    @Test
    void findRulesOfOthers() {
        assertThat(redactor("junit.llm.redaction.off", "").redact("patient P-0042"))
                .isEqualTo("patient [REDACTED:patient]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "junit.llm.redaction.off|emails|junit.llm.redaction.off names 'emails', which is no rule; did you mean 'email'?",
                "junit.llm.redaction.rules|employee|junit.llm.redaction.rules has 'employee': a rule is written name=regular expression",
                "junit.llm.redaction.rules|a=(|junit.llm.redaction.rules has 'a=(': the regular expression is none: Unclosed group",
                "junit.llm.redaction.rules|A b=x|junit.llm.redaction.rules has 'A b=x': a rule's name has lower-case letters, digits and hyphens, 40 at most, unlike 'A b'",
            })
    void sayWhatIsWrong(String key, String value, String message) {
        assertThatThrownBy(() -> redactor(key, value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void knowSecretsOfSettingsAndSystemPropertiesToo() {
        System.setProperty("dev.junitllm.test.api.key", "staple of a battery");
        try {
            assertThat(redactor("junit.llm.redaction.off", "").redact("the staple of a battery"))
                    .isEqualTo("the [REDACTED:environment]");
        } finally {
            System.clearProperty("dev.junitllm.test.api.key");
        }
    }

    private static Redactor redactor(String key, String value) {
        return Redactor.of(Configuration.of(
                name -> name.equals(key) ? Optional.of(value) : Optional.empty(),
                Map.of("SOME_TOKEN", "correct horse battery")));
    }

    /** As somebody else would have it. */
    public static final class PatientRules implements RedactionRules {

        @Override
        public java.util.List<RedactionRule> rules() {
            return java.util.List.of(
                    RedactionRule.of("patient", "\\bP-[0-9]{4}\\b", "P-").personal());
        }
    }
}
