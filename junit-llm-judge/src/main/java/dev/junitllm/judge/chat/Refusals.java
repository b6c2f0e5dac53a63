package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.http.HttpFailure;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the parameter that a server says it doesn't know or take. Models come and go, so nothing goes by their names; a value
 * that is merely wrong is the caller's to correct, and no parameter is dropped for it.
 */
final class Refusals {

    private static final Set<String> CODES = Set.of("unsupported_parameter", "unsupported_value", "unknown_parameter");

    private static final Pattern UNSUPPORTED = Pattern.compile(
            "unsupported|not (?:yet )?support|n't support|unrecogni[sz]ed|unknown|unexpected|unavailable|not available"
                    + "|not enabled|not (?:allowed|permitted)|deprecated|extra (?:inputs|fields)|no longer");

    private static final Pattern OWN_FAULT = Pattern.compile("invalid schema");

    private Refusals() {}

    /**
     * The refused parameter.
     *
     * @param failure what the server answered
     * @param sent what it was sent
     * @param parameters the names that are looked for, each found anywhere in what was sent
     * @return the one that was sent and refused, or empty where the server means something else
     */
    static Optional<String> parameter(HttpFailure failure, ObjectNode sent, Set<String> parameters) {
        if (failure.status() != 400 && failure.status() != 422) {
            return Optional.empty();
        }
        JsonNode body = failure.body();
        String said = body.toString().toLowerCase(Locale.ROOT);
        boolean isRefusal = CODES.contains(body.at("/error/code").asText(""))
                || (UNSUPPORTED.matcher(said).find() && !OWN_FAULT.matcher(said).find());
        if (!isRefusal) {
            return Optional.empty();
        }
        return named(body)
                .flatMap(name -> parameters.stream().filter(name::equals))
                .filter(name -> isSent(sent, name))
                .findFirst()
                .or(() -> firstIn(said, sent, parameters));
    }

    /** OpenAI's way of naming a parameter, and FastAPI's. */
    private static Stream<String> named(JsonNode body) {
        JsonNode place = body.at("/detail/0/loc");
        return Stream.of(body.at("/error/param"), body.at("/param"), place.path(place.size() - 1))
                .map(name -> name.asText(""))
                .map(name -> name.substring(name.lastIndexOf('.') + 1));
    }

    private static Optional<String> firstIn(String said, ObjectNode sent, Set<String> parameters) {
        return parameters.stream()
                .filter(name -> isSent(sent, name))
                .filter(name -> place(said, name) >= 0)
                .min((one, other) -> Integer.compare(place(said, one), place(said, other)));
    }

    /** Where the whole word stands, for one name may be part of another. */
    private static int place(String said, String name) {
        var matcher = Pattern.compile("(?<![\\w])" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\w])")
                .matcher(said);
        return matcher.find() ? matcher.start() : -1;
    }

    private static boolean isSent(ObjectNode sent, String name) {
        return sent.findValue(name) != null;
    }
}
