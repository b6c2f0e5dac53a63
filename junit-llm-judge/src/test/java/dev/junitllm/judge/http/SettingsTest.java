package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:11434", "ftp://example.org", "http://", "/v1"})
    void refusesWhatIsNoAddress(String address) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BaseUrl.of("base-url", address))
                .withMessage("base-url is '%s', but must be an address that begins with http:// or https://", address);
    }

    @Test
    void refusesASecretInAnAddressWithoutShowingIt() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BaseUrl.of("base-url", "https://me:hunter2@example.org/v1"))
                .withMessageStartingWith("base-url holds a user or password")
                .withMessageNotContaining("hunter2");
        assertThat(BaseUrl.of("base-url", "https://example.org/v1?api-version=1"))
                .hasToString("https://example.org/v1?api-version=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret key", "secret\nkey", "sëcret", "secret\u0000"})
    void refusesAKeyThatNoHeaderCanCarryWithoutShowingIt(String key) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new ApiKey("MY_KEY", key))
                .withMessageStartingWith("the API key in MY_KEY is empty or holds white space")
                .withMessageNotContaining("cret");
    }

    @Test
    void refusesLimitsThatAllowNothing() {
        Duration second = Duration.ofSeconds(1);
        HttpLimits limits = HttpLimits.DEFAULTS;
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withConnect(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withAttempt(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withCall(second.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withRetries(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withLongestWait(second.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withLargestReply(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpOptions.create().withConcurrency(0));
    }
}
