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

    /** Checks that a golden case is in this form. */
    static void check(JsonNode accepted) throws ScoringException {
        check(accepted, "");
    }

    private static void check(JsonNode accepted, String path) throws ScoringException {
        checkThat(accepted.isObject(), accepted, path, "an object with a list for each argument");
        for (Map.Entry<String, JsonNode> argument : accepted.properties()) {
            JsonNode values = argument.getValue();
            String place = place(path, argument);
            checkThat(values.isArray() && !values.isEmpty(), values, place, "a list of the accepted values");
            checkElements(values, place);
        }
    }

    private static void checkElements(JsonNode array, String path) throws ScoringException {
        for (JsonNode element : array) {
            if (element.isObject()) {
                check(element, path);
            } else {
                checkElements(element, path);
            }
        }
    }

    /** What is wrong with the arguments, or an empty text where nothing is. */
    String difference(JsonNode accepted, JsonNode made) throws ScoringException {
        return difference(accepted, made, "");
    }

    private String difference(JsonNode accepted, JsonNode made, String path) throws ScoringException {
        if (!made.isObject()) {
            return "the arguments are %s instead of an object".formatted(show(made));
        }
        for (Map.Entry<String, JsonNode> argument : accepted.properties()) {
            String place = place(path, argument);
            JsonNode values = argument.getValue();
            JsonNode value = made.get(argument.getKey());
            if (value == null && !mayBeLeftOut(values)) {
                return "%s is missing (one of %s)".formatted(place, show(values));
            }
            if (value != null && !accepts(values, value, place)) {
                return "%s is %s instead of one of %s".formatted(place, show(value), show(values));
            }
        }
        for (Map.Entry<String, JsonNode> argument : made.properties()) {
            if (!accepted.has(argument.getKey())) {
                return "%s is not expected (%s)".formatted(place(path, argument), show(argument.getValue()));
            }
        }
        return "";
    }

    private static String place(String path, Map.Entry<String, JsonNode> argument) {
        return path + "/" + Printable.line(argument.getKey(), SHOWN);
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
