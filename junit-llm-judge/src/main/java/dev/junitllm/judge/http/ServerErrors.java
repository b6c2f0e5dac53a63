package dev.junitllm.judge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Response;

/** What a reply that is no success means, and whether another attempt makes sense. */
final class ServerErrors {

    /** Strict: one value and nothing after it, and no key twice, so that nothing is lost unseen. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<Integer> PASSING_CLIENT_ERRORS = Set.of(408, 409, 425);

    /** OpenAI's and Azure's words for an empty purse, and Anthropic's: waiting fills none. */
    private static final Set<String> QUOTA_CODES = Set.of(
            "insufficient_quota",
            "billing_hard_limit_reached",
            "billing_not_active",
            "billing_error",
            "enforced_spend_limit_reached");

    private final Wording wording;
    private final HttpLimits limits;

    ServerErrors(Wording wording, HttpLimits limits) {
        this.wording = wording;
        this.limits = limits;
    }

    /**
     * Explains a reply.
     *
     * @param response a reply without success, which can still be read
     */
    HttpFailure explain(Response response) throws IOException {
        byte[] body = response.peekBody(Long.MAX_VALUE).bytes();
        JsonNode json = parseIfJson(body);
        return explain(response, json, new String(body, UTF_8)).answered(response.code(), json);
    }

    private HttpFailure explain(Response response, JsonNode json, String text) {
        int code = response.code();
        String said = "answered %s: %s".formatted(code, message(json, text));
        if (code >= 300 && code < 400) {
            return HttpFailure.lasting(
                    "REDIRECTED",
                    wording.say(
                            "answered %s, a redirect to %s".formatted(code, target(response)),
                            "redirects are not followed, so that no key goes astray: set the address itself"));
        }
        if (isQuota(json)) {
            return HttpFailure.lasting("QUOTA_EXCEEDED", wording.say(said));
        }
        if (code == 401 || code == 403 || isInvalidKeyOfGoogle(json)) {
            return HttpFailure.lasting("UNAUTHORIZED", wording.say(said, wording.key()));
        }
        if (code == 429) {
            return passing("RATE_LIMITED", response, json, said);
        }
        if (code >= 500 || PASSING_CLIENT_ERRORS.contains(code)) {
            return passing("SERVER_ERROR", response, json, said);
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

    private HttpFailure passing(String kind, Response response, JsonNode json, String said) {
        Optional<Duration> wait = RetryAfter.in(response.headers(), json, Instant.now());
        if ("false".equals(response.header("x-should-retry"))) {
            return HttpFailure.lasting(kind, wording.say(said, "it asks not to be tried again"));
        }
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
        return Stream.of("/error/code", "/error/type", "/error/details/error_code")
                .map(place -> json.at(place).asText(""))
                .anyMatch(QUOTA_CODES::contains);
    }

    /** Google answers 400 where others answer 401. */
    private static boolean isInvalidKeyOfGoogle(JsonNode json) {
        return json.at("/error/details/0/reason").asText("").equals("API_KEY_INVALID");
    }

    private static JsonNode parseIfJson(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Where a redirect leads, without what may be secret in an address. */
    private static String target(Response response) {
        String location = response.header("Location");
        var url = location == null ? null : response.request().url().resolve(location);
        return url == null ? "nowhere" : Wording.show(url);
    }
}
