package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "dbPasswd",
                "PASSPHRASE",
                "user-pwd",
                "client_secret",
                "credential",
                "aws.credentials",
                "apiKey",
                "access_token",
                "token",
                "Authorization",
                "Set-Cookie",
                "alert_url",
                "credential\u017f"
            })
    void mayHoldSecrets(String name) {
        assertThat(SecretNames.mayBe(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "max_tokens",
                "primary_key",
                "next_token",
                "gen_ai.usage.input_tokens",
                "gen_ai.request.model",
                "keyboard",
                "\u00e9t\u00e9"
            })
    void holdNone(String name) {
        assertThat(SecretNames.mayBe(name)).isFalse();
    }
}
