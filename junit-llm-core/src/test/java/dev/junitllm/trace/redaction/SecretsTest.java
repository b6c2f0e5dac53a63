package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are made up; a tilde in the midst of each keeps those who look for secrets in source code from taking them for real. */
class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "anthropic-key|sk-ant-~api03-Qm4xR7vT2kLp9sWd_6hJn",
                "anthropic-key|sk-ant-~admin01-Qm4xR7vT2kLp9sWd_6hJn",
                "openai-key|sk-proj-~abcdefghijklmnopqrstuvwxyz",
                "openai-key|sk-svcacct-~Qm4xR7vT2kLp9sWd6hJn",
                "openai-key|sk-~Qm4xR7vT2kLpT3BlbkFJ9sWd6hJnQm4xR7vT",
                "google-key|AIza~SyA1234567890abcdefghijklmnopqrstuv",
                "google-oauth|ya29.~a0AfH6SMBx7vT2kLp9sWd6hJn",
                "aws-key|AKIA~QM4XR7VT2KLP6SWD",
                "aws-key|ASIA~QM4XR7VT2KLP6SWD",
                "github-token|ghp_~abcdefghijklmnopqrstuvwxyz0123456789",
                "github-token|github_pat_~11ABCDEFG0abcdefghijkl_0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijkl",
                "gitlab-token|glpat-~Qm4xR7vT2kLp9sWd6hJn",
                "slack-token|xoxb-~123456789012-123456789012-Qm4xR7vT2kLp",
                "slack-token|xapp-1-~A012BCDEF34-1234567890123-abcdef",
                "slack-webhook|https://hooks.slack.com/~services/T0123/B0123/abcdefgh",
                "stripe-key|sk_live_~Qm4xR7vT2kLp9sWd",
                "stripe-key|rk_test_~Qm4xR7vT2kLp9sWd",
                "hugging-face-token|hf_~abcdefghijklmnopqrstuvwxyzabcdefgh",
                "npm-token|npm_~abcdefghijklmnopqrstuvwxyz0123456789",
                "pypi-token|pypi-~AgEIcHlwaS5vcmcCJDEyMzQ1Njc4LTEyMzQtMTIzNC0xMjM0LTEyMzQ1Njc4OTAxMg",
                "sendgrid-key|SG.~ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf09kqeF8tAmbihYzrnopKc1s5cr0E",
                "databricks-token|dapi~0123456789abcdef0123456789abcdef",
                "perplexity-key|pplx-~Qm4xR7vT2kLp9sWd6hJnQm4xR7vT2kLp9sWd6hJnQm4xR7vT",
                "groq-key|gsk_~Qm4xR7vT2kLp9sWd6hJnQm4xR7vT2kLp9sWd6hJnQm4xR7vT2kLp",
                "replicate-token|r8_~Qm4xR7vT2kLp9sWd6hJnQm4xR7vT2kLp9sWd6",
                "langsmith-key|lsv2_pt_~0123456789abcdef0123456789abcdef_0123456789",
                "azure-key|AccountKey=~Qm4xR7vT2kLp9sWd6hJnQm4xR7vT2kLp9sWd6hJn==",
                "jwt|eyJhbGciOiJIUzI1NiJ9.~eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "authorization|Authorization: Bearer ~zyxwvutsrq9",
                "authorization|Bearer abcdef0123456789~abcdef",
                "authorization|\"Authorization\": \"Basic ~dXNlcjpwYXNzd29yZDEyMzQ=\"",
                "authorization|proxy-authorization: Digest ~Qm4xR7vT2kLp9",
                "cookie|Set-Cookie: session=~Qm4xR7vT2kLp; Path=/; HttpOnly",
                "secret-field|x-api-key: ~Qm4xR7vT2kLp9sWd",
                "secret-field|X-Goog-Api-Key: ~Qm4xR7vT2kLp9sWd",
                "secret-field|api-key: ~Qm4xR7vT2kLp9sWd",
                "secret-field|password=~correcthorse",
                "secret-field|DB_PASSWORD=~correcthorse",
                "secret-field|spring.datasource.password: ~hunter2hunter2",
                "secret-field|password: \"~correct horse battery\"",
                "secret-field|password = '~correct horse'",
                "secret-field|clientSecret: \"~Qm4xR7vT2kLp\"",
                "secret-field|{\\\"access_token\\\": \\\"~Qm4xR7vT2kLp\\\"} was sent",
                "secret-field|token: ~Qm4xR7vT2kLp9sWd6hJn",
                "url-credentials|https://admin:~hunter2@db.internal/x",
                "url-credentials|redis://:~hunter2@cache/0",
                "url-credentials|amqp://bob:~hunt@er2@queue",
                "url-key|https://generativelanguage.googleapis.com/v1?key=~Qm4xR7vT2kLp9sWd",
                "url-key|https://x.example.org/a?b=c&access_token=~Qm4xR7vT2kLp",
            })
    void areRemovedAndCounted(String rule, String marked) {
        String secret = marked.substring(marked.indexOf('~') + 1).split("[\"';\\\\@}]", 2)[0];
        String text = "before\n" + marked.replace("~", "") + "\nafter";

        Redacted redacted = Rules.BUILT_IN.redact(text);

        assertThat(redacted.text()).startsWith("before\n").endsWith("\nafter").doesNotContain(secret);
        assertThat(redacted.removed()).containsOnlyKeys(rule);
        assertThat(redacted.text()).contains("[REDACTED:" + rule + "]");
    }

    @Test
    void areRemovedByEveryRule() {
        Set<String> rules = new TreeSet<>(RuleSet.names(RuleSet.builtIn()));

        assertThat(rules).hasSizeGreaterThan(30).contains("private-key", "xai-key");
        assertThat(Rules.redact("x " + "xai-" + "Qm4xR7vT2kLp9sWd6hJn".repeat(4)))
                .isEqualTo("x [REDACTED:xai-key]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA\\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nMIIEpA+/\n-----END EC PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAB\nb3BlbnNzaC1rZXktdjEAAAAA",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQdGBF\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----"
            })
    void inKeyFilesAreRemovedWhole(String key) {
        assertThat(Rules.redact("a " + key + " z")).isEqualTo("a [REDACTED:private-key] z");
    }

    @Test
    void leaveTheNameAndTheAddressThatTheyStandIn() {
        assertThat(Rules.redact(
                        "curl -H 'x-api-key: Qm4xR7vT2kLp9sWd' https://a.example.org/?q=1&key=Qm4xR7vT2kLp#top"))
                .isEqualTo(
                        "curl -H 'x-api-key: [REDACTED:secret-field]' https://a.example.org/?q=1&key=[REDACTED:url-key]#top");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: required for every account",
                "password = ${DB_PASSWORD}",
                "password: ********",
                "api_key=<your key here>",
                "nextPageToken: CAUQAA0123456789abcdef",
                "\"token\": \" understanding\"",
                "max_tokens: 5120000000, token_count=1234567890123456, input_tokens: 33",
                "the primary key: customer_id_0001",
                "Authorization: see the chapter on administrators",
                "-----BEGIN PRIVATE KEY----- is how such a file begins - and then it goes on",
                "https://example.org/?key=introduction",
                "sk-estimator-container-toggle and sk-learn-compatible-estimators",
            })
    void areNotTakenForOne(String harmless) {
        assertThat(Rules.redact(harmless)).isEqualTo(harmless);
    }

    @Test
    void areCountedByRule() {
        Redacted redacted = Rules.BUILT_IN.redact("password=correcthorse pwd=batterystaple mail a@example.org");

        assertThat(redacted.removed()).isEqualTo(Map.of("secret-field", 2, "email", 1));
    }

    @Test
    void staySoWhenTheyAreRemovedAgain() {
        String once = Rules.redact(
                "password=correcthorse, {\"apiKey\": \"12345678\"}\nAuthorization: Bearer abc12345678\n?key=abc12345678 a@example.org");

        assertThat(Rules.BUILT_IN.redact(once)).isEqualTo(new Redacted(once, Map.of()));
    }

    @Test
    void ofTheEnvironmentAreRemovedLongestFirst() {
        RuleSet rules = RuleSet.of(RuleSet.values(Set.of("hunter22", "hunter22hunter22")));

        assertThat(rules.redact("hunter22hunter22 hunter22 hunter2").text())
                .isEqualTo("[REDACTED:environment] [REDACTED:environment] hunter2");
    }
}
