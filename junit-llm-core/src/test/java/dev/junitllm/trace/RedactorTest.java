package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Printable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final Redactor REDACTOR = Redactor.forEnvironment(Map.of(
            "MY_SERVICE_TOKEN", "correct horse battery",
            "OPENAI_API_KEY", "short",
            "HOME", "/home/somebody",
            "MAX_TOKENS", "1000000000"));

    /** A password may hold what JSON escapes, and a body of JSON is kept as a text in JSON. */
    @Test
    void knowsTheSecretsOfTheEnvironmentAsJsonWritesThem() throws Exception {
        String secret = "pa\"ss\\word\t12";
        Redactor redactor = Redactor.forEnvironment(Map.of("DB_PASSWORD", secret));
        ObjectMapper json = new ObjectMapper();
        String once = json.writeValueAsString(Map.of("a", "it is " + secret + "!"));
        String twice = json.writeValueAsString(Map.of("b", once));

        assertThat(redactor.redact(secret)).isEqualTo("[REDACTED:environment]");
        assertThat(redactor.redact(once)).isEqualTo("{\"a\":\"it is [REDACTED:environment]!\"}");
        assertThat(redactor.redact(twice)).doesNotContain("word").contains("[REDACTED:environment]");
        assertThat(json.readTree(json.readTree(redactor.redact(twice)).get("b").asText())
                        .get("a")
                        .asText())
                .isEqualTo("it is [REDACTED:environment]!");
    }

    @Test
    void removesTheValuesOfSecretsInTheEnvironment() {
        assertThat(REDACTOR.redact("sent <correct horse battery> to the server"))
                .isEqualTo("sent <[REDACTED:environment]> to the server");
    }

    @Test
    void removesTheBeginningOfAValueWhereATextIsCut() {
        Redactor redactor = Redactor.forEnvironment(Map.of("SERVICE_TOKEN", "correct horse battery staple"));

        assertThat(redactor.redact(Printable.line("unlike 'correct horse battery staple'", 24)))
                .isEqualTo("unlike '[REDACTED:environment]\u2026 (37 characters)");
        assertThat(redactor.redact("correct horses\u2026 and correct\u2026"))
                .isEqualTo("correct horses\u2026 and correct\u2026");
    }

    @Test
    void leavesShortValuesAndVariablesThatHoldNoSecret() {
        String harmless = "in short: /home/somebody allows 1000000000 tokens";

        assertThat(REDACTOR.redact(harmless)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-ant-api03-abcdefghijklmnop0123",
                "sk-proj-abcdefghijklmnopqrstuvwxyz",
                "AIzaSyA1234567890abcdefghijklmnopqrstuv",
                "AKIAABCDEFGHIJKLMNOP",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "glpat-abcdefghij0123456789",
                "xoxb-123456789012-abcdef",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "ASIAABCDEFGHIJKLMNOP",
                "ABIAABCDEFGHIJKLMNOP",
                "ACCAABCDEFGHIJKLMNOP",
                "gho_abcdefghijklmnopqrstuvwxyz0123456789",
                "ghu_abcdefghijklmnopqrstuvwxyz0123456789",
                "ghs_abcdefghijklmnopqrstuvwxyz0123456789",
                "ghr_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghij",
                "hf_abcdefghijklmnopqrstuvwxyzabcdefgh",
                "Bearer abcdef0123456789abcdef",
                "BEARER abcdef0123456789abcdef",
                "bAsIc dXNlcjpwYXNzd29yZDEyMzQ=",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----"
            })
    void removesWhatHasTheShapeOfASecret(String secret) {
        String safe = REDACTOR.redact("before " + secret + " after");

        assertThat(safe).startsWith("before ").endsWith(" after").contains("[REDACTED:");
        assertThat(safe).doesNotContain(secret.substring(secret.length() - 8));
    }

    @Test
    void removesCredentialsFromUrls() {
        assertThat(REDACTOR.redact("jdbc:postgresql://admin:hunter2hunter2@db/x"))
                .isEqualTo("jdbc:postgresql://[REDACTED:url-credentials]@db/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max_tokens: 512, input_tokens: 33",
                "Basic understanding of the bearer of news",
                "sk-8 is a skateboard",
                "the task-list-of-the-whole-company-for-2026",
                "https://example.com/a:b/c@d",
                "eyJ is how such tokens begin"
            })
    void leavesWhatOnlyLooksLikeOne(String harmless) {
        assertThat(REDACTOR.redact(harmless)).isEqualTo(harmless);
    }

    @Test
    void leavesAnExceptionWithoutSecretsAsItIs() {
        Throwable harmless = new IllegalStateException("503", new RuntimeException("reset"));

        assertThat(REDACTOR.redact(harmless)).isSameAs(harmless);
    }

    @Test
    void standsInForAnExceptionOfWhichACauseNamesASecret() {
        Throwable thrown = new IllegalStateException("503", new RuntimeException("key correct horse battery refused"));

        Throwable safe = REDACTOR.redact(thrown);

        assertThat(safe).hasMessage("java.lang.IllegalStateException: 503").hasNoSuppressedExceptions();
        assertThat(safe.getCause()).hasMessage("java.lang.RuntimeException: key [REDACTED:environment] refused");
        assertThat(safe.getStackTrace()).isEqualTo(thrown.getStackTrace());
    }

    @Test
    void keepsAFailedAssertionAFailedAssertion() {
        assertThat(REDACTOR.redact(new AssertionError("was correct horse battery")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("was [REDACTED:environment]");
    }

    @Test
    void survivesCausesThatGoRoundInACircle() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(REDACTOR.redact(one)).hasMessage("java.lang.IllegalStateException: one");
    }

    @Test
    void takesNoTimeToSpeakOfOnHostileText() {
        String hostile = ("-----BEGIN PRIVATE KEY-----" + "a".repeat(50)).repeat(2000) + "://" + "a:".repeat(100_000);

        assertThat(REDACTOR.redact(hostile)).isNotEmpty();
    }

    @Test
    void takesNoTimeToSpeakOfOnCombiningMarks() {
        String hostile = "sk- AKIA ghp_ glpat- xox hf_ eyJ bearer " + "a\u0301" + "\u0301\u0323".repeat(300_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(REDACTOR.redact(hostile)).isEqualTo(hostile));
    }

    @Test
    void knowsTheAddressOfAWebhookAndItsPathAlone() {
        Redactor redactor = Redactor.forEnvironment(Map.of(
                "JUNIT_LLM_ALERT_URL",
                " https://hooks.example.com/services/T000/B000/secret ",
                "X_URL",
                "https://a.example.com/b/c"));

        assertThat(redactor.redact("POST https://hooks.example.com/services/T000/B000/secret: 404"))
                .isEqualTo("POST [REDACTED:environment]: 404");
        assertThat(redactor.redact("POST /services/T000/B000/secret: 404"))
                .isEqualTo("POST [REDACTED:environment]: 404");
        assertThat(redactor.redact("https://a.example.com/b/c")).isEqualTo("https://a.example.com/b/c");
        assertThat(Redactor.forEnvironment(Map.of()).redact("https://hooks.slack.com/services/T0123/B0123/abcdefgh"))
                .isEqualTo("https://hooks.slack.com/[REDACTED:slack-webhook]");
    }

    @Test
    void knowsTheKeysInHeadersOfTheBackend() {
        Redactor redactor = Redactor.forEnvironment(Map.of(
                "OTEL_EXPORTER_OTLP_HEADERS", "Content-Type=application/json,Authorization=Basic%20cGxhbnRlZDo3+A==",
                "JUNIT_LLM_OTLP_HEADERS", "x-honeycomb-team=planted-team-key"));

        assertThat(redactor.redact("sent cGxhbnRlZDo3+A== and planted-team-key as application/json"))
                .isEqualTo("sent [REDACTED:environment] and [REDACTED:environment] as application/json");
    }
}
