package dev.junitllm.judge.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What {@code x-ratelimit-*} says, as OpenAI sends it and many gateways do. */
final class RateLimitHeaders {

    /** Go's way of writing durations, such as {@code 6m0s}, {@code 1.5s} or {@code 20ms}; a plain number is seconds. */
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,4})m(?!s))?(?:(\\d{1,6}(?:\\.\\d{1,9})?)(ms|s|$))?");

    private RateLimitHeaders() {}

    /** How long no further call is allowed: present where none is left and the time of the next is told. */
    static Optional<Duration> untilMoreAreAllowed(Headers headers) {
        Optional<Duration> requests = wait(headers, "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests");
        Optional<Duration> tokens = wait(headers, "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens");
        boolean isRequests =
                tokens.isEmpty() || (requests.isPresent() && requests.get().compareTo(tokens.get()) > 0);
        return isRequests ? requests : tokens;
    }

    private static Optional<Duration> wait(Headers headers, String remaining, String reset) {
        return "0".equals(headers.get(remaining))
                ? duration(headers.get(reset)).filter(wait -> !wait.isZero())
                : Optional.empty();
    }

    private static Optional<Duration> duration(@Nullable String text) {
        Matcher matcher = DURATION.matcher(text == null ? "" : text);
        if (text == null || text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        Duration whole = Duration.ofHours(number(matcher.group(1))).plusMinutes(number(matcher.group(2)));
        String seconds = matcher.group(3);
        if (seconds == null) {
            return Optional.of(whole);
        }
        double millis = Double.parseDouble(seconds) * ("ms".equals(matcher.group(4)) ? 1 : 1_000);
        return Optional.of(whole.plusMillis(Math.round(millis)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
