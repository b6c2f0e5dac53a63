package dev.junitllm.judge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Response;

/** What a reply that is no success means, and whether another attempt makes sense. */
final class ServerErrors {

    private static final Set<Integer> PASSING_CLIENT_ERRORS = Set.of(408, 409, 425);
    private static final Set<String> QUOTA_CODES = Set.of("insufficient_quota", "billing_hard_limit_reached");

    private final Wording wording;
    private final HttpLimits limits;

    ServerErrors(Wording wording, HttpLimits limits) {
        this.wording = wording;
        this.limits = limits;
    }

    /**
     * Explains a reply.
     *
     * @param response a reply without success
     * @param json its body, or a missing node where it is no JSON
     * @param text its body, as far as it was read
     */
    HttpFailure explain(Response response, JsonNode json, String text) {
        int code = response.code();
        String said = "answered %s: %s".formatted(code, message(json, text));
        if (code >= 300 && code < 400) {
            return HttpFailure.lasting(
                    "REDIRECTED",
                    wording.say(
                            "answered %s, a redirect to %s".formatted(code, target(response)),
                            "redirects are not followed, so that no key goes astray: set the address itself"));
        }
        if (code == 401 || code == 403) {
            return HttpFailure.lasting("UNAUTHORIZED", wording.say(said, wording.key()));
        }
        if (code == 429) {
            return isQuota(json)
                    ? HttpFailure.lasting("QUOTA_EXCEEDED", wording.say(said))
                    : passing("RATE_LIMITED", response, said);
        }
        if (code >= 500 || PASSING_CLIENT_ERRORS.contains(code)) {
            return passing("SERVER_ERROR", response, said);
        }
        return code == 404
                ? HttpFailure.lasting("NOT_FOUND", wording.say(said, "are address and model right?"))
                : HttpFailure.lasting("REQUEST_REFUSED", wording.say(said));
    }

    /** The server's own words, wherever it puts them. */
    static String message(JsonNode json, String text) {
        return Stream.of("/error/message", "/error", "/message", "/detail")
                .map(json::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse(text.isBlank() ? "nothing more" : text.strip());
    }

    private HttpFailure passing(String kind, Response response, String said) {
        Optional<Duration> wait = RetryAfter.in(response.headers(), Instant.now());
        return wait.isPresent() && wait.get().compareTo(limits.longestWait()) > 0
                ? HttpFailure.lasting(
                        kind,
                        wording.say(
                                said,
                                "it asks to wait for %s s, longer than the %s s that are waited at most"
                                        .formatted(Wording.seconds(wait.get()), Wording.seconds(limits.longestWait()))))
                : HttpFailure.passing(kind, wording.say(said), wait);
    }

    private static boolean isQuota(JsonNode json) {
        return QUOTA_CODES.contains(json.at("/error/code").asText(""))
                || QUOTA_CODES.contains(json.at("/error/type").asText(""));
    }

    /** Where a redirect leads, without what may be secret in an address. */
    private static String target(Response response) {
        String location = response.header("Location");
        var url = location == null ? null : response.request().url().resolve(location);
        return url == null ? "nowhere" : Wording.show(url);
    }
}
