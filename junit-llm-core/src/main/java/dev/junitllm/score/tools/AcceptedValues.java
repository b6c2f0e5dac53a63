package dev.junitllm.score.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.json.JsonComparison;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Arguments held against lists of accepted values, as the Berkeley Function-Calling Leaderboard writes them in its
 * {@code possible_answer} (Patil et al. 2025, <i>The Berkeley Function Calling Leaderboard</i>).
 * {@link ToolArguments#ACCEPTED_VALUES} says what is accepted.
 */
final class AcceptedValues {

    private static final Pattern FOLDED_AWAY = Pattern.compile("[ ,./\\-_*^]");

    private static final int SHOWN = 60;

    private final JsonComparison plain = new JsonComparison();

    /** What is wrong with the arguments, or an empty text where nothing is. */
    String difference(JsonNode accepted, JsonNode made) throws ScoringException {
        return difference(accepted, made, "");
    }

    private String difference(JsonNode accepted, JsonNode made, String path) throws ScoringException {
        checkThat(accepted.isObject(), accepted, path, "an object with a list for each argument");
        if (!made.isObject()) {
            return "the arguments are %s instead of an object".formatted(show(made));
        }
        String difference = "";
        for (Map.Entry<String, JsonNode> argument : accepted.properties()) {
            String place = path + "/" + Printable.line(argument.getKey(), SHOWN);
            checkThat(
                    argument.getValue().isArray() && !argument.getValue().isEmpty(),
                    argument.getValue(),
                    place,
                    "a list of the accepted values");
            JsonNode value = made.get(argument.getKey());
            boolean fits =
                    value == null ? mayBeLeftOut(argument.getValue()) : accepts(argument.getValue(), value, place);
            if (!fits && difference.isEmpty()) { // all are looked at, so that a wrong list is noticed whatever was made
                difference = value == null
                        ? "%s is missing (one of %s)".formatted(place, show(argument.getValue()))
                        : "%s is %s instead of one of %s".formatted(place, show(value), show(argument.getValue()));
            }
        }
        for (Map.Entry<String, JsonNode> argument : made.properties()) {
            if (difference.isEmpty() && !accepted.has(argument.getKey())) {
                difference = "%s/%s is not expected (%s)"
                        .formatted(path, Printable.line(argument.getKey(), SHOWN), show(argument.getValue()));
            }
        }
        return difference;
    }

    private static boolean mayBeLeftOut(JsonNode values) {
        for (JsonNode value : values) {
            if (value.isTextual() && value.textValue().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean accepts(JsonNode values, JsonNode made, String path) throws ScoringException {
        for (JsonNode value : values) {
            if (isEqual(value, made, path)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEqual(JsonNode accepted, JsonNode made, String path) throws ScoringException {
        if (accepted.isTextual() && made.isTextual()) {
            return folded(accepted.textValue()).equals(folded(made.textValue()));
        }
        if (accepted.isObject() && made.isObject()) {
            return difference(accepted, made, path).isEmpty();
        }
        if (accepted.isArray() && made.isArray()) {
            boolean equal = accepted.size() == made.size();
            for (int i = 0; equal && i < accepted.size(); i++) {
                equal = isEqual(accepted.get(i), made.get(i), path + "/" + i);
            }
            return equal;
        }
        return plain.compare(accepted, made).isEmpty();
    }

    private static String folded(String text) {
        return FOLDED_AWAY.matcher(text).replaceAll("").toLowerCase(Locale.ROOT).replace('\'', '"');
    }

    private static void checkThat(boolean fits, JsonNode found, String path, String wanted) throws ScoringException {
        if (!fits) {
            throw new ScoringException(
                    "NO_CHOICE",
                    "%s must be %s, unlike %s; write {\"city\": [\"Paris\", \"Paris, FR\"], \"unit\": [\"celsius\", \"\"]}"
                            .formatted(
                                    path.isEmpty() ? "the expected arguments" : "the expected " + path,
                                    wanted,
                                    show(found)));
        }
    }

    private static String show(JsonNode node) {
        return Printable.line(node.toString(), SHOWN);
    }
}
