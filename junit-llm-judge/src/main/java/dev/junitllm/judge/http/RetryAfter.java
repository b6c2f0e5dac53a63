package dev.junitllm.judge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait: RFC 9110, section 10.2.3; {@code retry-after-ms} is OpenAI's; {@code retryDelay} in the body
 * is Google's (google.rpc.RetryInfo).
 */
final class RetryAfter {

    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(365).toMillis());

    private RetryAfter() {}

    /** The wait, at least 0 and at most a year, or empty where none is asked for or it can't be read. */
    static Optional<Duration> in(Headers headers, JsonNode body, Instant now) {
        return in(headers, now).or(() -> retryDelay(body));
    }

    static Optional<Duration> in(Headers headers, Instant now) {
        return millis(headers.get("retry-after-ms"), 1)
                .or(() -> millis(headers.get("Retry-After"), 1_000))
                .or(() -> date(headers, now));
    }

    /** Such as {@code "46s"} or {@code "0.5s"}, as Protocol Buffers write a duration in JSON. */
    private static Optional<Duration> retryDelay(JsonNode body) {
        for (JsonNode detail : body.at("/error/details")) {
            String delay = detail.path("retryDelay").asText("");
            if (delay.endsWith("s")) {
                return millis(delay.substring(0, delay.length() - 1), 1_000);
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> millis(@Nullable String number, int unit) {
        if (number == null || number.length() > 20) {
            return Optional.empty();
        }
        try {
            BigDecimal millis = new BigDecimal(number.strip()).multiply(BigDecimal.valueOf(unit));
            return Optional.of(
                    Duration.ofMillis(millis.max(BigDecimal.ZERO).min(LONGEST).longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Reckoned by the server's clock where it tells its time, for ours may be wrong. */
    private static Optional<Duration> date(Headers headers, Instant now) {
        Instant until = headers.getInstant("Retry-After");
        if (until == null) {
            return Optional.empty();
        }
        Instant servers = headers.getInstant("Date");
        Duration wait = Duration.between(servers == null ? now : servers, until);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }
}
