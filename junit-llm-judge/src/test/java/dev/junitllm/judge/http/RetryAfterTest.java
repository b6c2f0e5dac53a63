package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000", "2.5, 2500", "120, 120000", "-5, 0", "1e3, 1000000", "1e300, 31536000000"})
    void readsSeconds(String header, long millis) {
        assertThat(RetryAfter.in(Headers.of("Retry-After", header), NOW)).contains(Duration.ofMillis(millis));
    }

    @Test
    void prefersMilliseconds() {
        assertThat(RetryAfter.in(Headers.of("retry-after-ms", "250", "Retry-After", "1"), NOW))
                .contains(Duration.ofMillis(250));
    }

    @Test
    void readsDatesByTheServersClockWhereItTellsTheTime() {
        String until = "Tue, 24 Nov 2026 02:00:30 GMT";

        assertThat(RetryAfter.in(Headers.of("Retry-After", until), NOW)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.in(Headers.of("Retry-After", until, "Date", "Tue, 24 Nov 2026 02:00:20 GMT"), NOW))
                .contains(Duration.ofSeconds(10));
        assertThat(RetryAfter.in(Headers.of("Retry-After", "Mon, 23 Nov 2026 02:00:30 GMT"), NOW))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1 minute", "NaN", "0x10", "999999999999999999999999999"})
    void passesOverWhatCanNotBeRead(String header) {
        assertThat(RetryAfter.in(Headers.of("Retry-After", header), NOW)).isEmpty();
        assertThat(RetryAfter.in(Headers.of(), NOW)).isEmpty();
    }
}
