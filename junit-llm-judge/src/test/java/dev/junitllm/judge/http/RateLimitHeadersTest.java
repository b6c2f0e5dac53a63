package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersTest {

    @ParameterizedTest
    @CsvSource({"1s, 1000", "20ms, 20", "6m0s, 360000", "1h2m3.5s, 3723500", "1.5, 1500", "2m, 120000", "1h, 3600000"})
    void tellsWhenTheNextCallIsAllowed(String reset, long millis) {
        assertThat(RateLimitHeaders.untilMoreAreAllowed(
                        Headers.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", reset)))
                .contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "0", "soon", "-1", "1 s", "99999999999999999999s"})
    void passesOverWhatCanNotBeRead(String reset) {
        assertThat(RateLimitHeaders.untilMoreAreAllowed(
                        Headers.of("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", reset)))
                .isEmpty();
    }

    @Test
    void waitsForNothingWhileSomeAreLeftOrTheServerDoesNotKnow() {
        for (String remaining : new String[] {"1", "-1", "", "many"}) {
            assertThat(RateLimitHeaders.untilMoreAreAllowed(Headers.of(
                            "x-ratelimit-remaining-requests", remaining, "x-ratelimit-reset-requests", "5s")))
                    .isEmpty();
        }
        assertThat(RateLimitHeaders.untilMoreAreAllowed(Headers.of("x-ratelimit-remaining-requests", "0")))
                .isEmpty();
        assertThat(RateLimitHeaders.untilMoreAreAllowed(Headers.EMPTY)).isEmpty();
    }

    @Test
    void takesTheLongerOfRequestsAndTokens() {
        assertThat(RateLimitHeaders.untilMoreAreAllowed(Headers.of(
                        "x-ratelimit-remaining-requests",
                        "0",
                        "x-ratelimit-reset-requests",
                        "5s",
                        "x-ratelimit-remaining-tokens",
                        "0",
                        "x-ratelimit-reset-tokens",
                        "7s")))
                .contains(Duration.ofSeconds(7));
    }
}
