package dev.junitllm.run;

import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one JSON object, taken one by one; what is left over at the end is an error. */
final class LinedFields {

    private final String what;
    private final int line;
    private final Map<String, LinedJson> left;
    private final List<String> asked = new ArrayList<>();

    private LinedFields(String what, int line, Map<String, LinedJson> fields) {
        this.what = what;
        this.line = line;
        this.left = new LinkedHashMap<>(fields);
    }

    /**
     * The fields of an object.
     *
     * @param what the object is called in messages
     */
    static LinedFields of(String what, LinedJson json) {
        return new LinedFields(what, json.line(), map(what, json));
    }

    @SuppressWarnings("unchecked") // a LinedJson's map holds nothing else
    static Map<String, LinedJson> map(String what, LinedJson json) {
        if (json.value() instanceof Map<?, ?> map) {
            return (Map<String, LinedJson>) map;
        }
        throw wrong(json, what, "an object");
    }

    @SuppressWarnings("unchecked") // a LinedJson's list holds nothing else
    static List<LinedJson> list(String what, LinedJson json) {
        if (json.value() instanceof List<?> list) {
            return (List<LinedJson>) list;
        }
        throw wrong(json, what, "an array");
    }

    static String text(String what, LinedJson json) {
        if (json.value() instanceof String text) {
            return text;
        }
        throw wrong(json, what, "a text");
    }

    static int count(String what, LinedJson json) {
        try {
            if (json.value() instanceof LinedJson.Digits number) {
                return Integer.parseInt(number.text());
            }
        } catch (NumberFormatException e) {
            // falls through to the message that says what was wanted
        }
        throw wrong(json, what, "a whole number");
    }

    static double share(String what, LinedJson json) {
        if (json.value() instanceof LinedJson.Digits number) {
            double value = Double.parseDouble(number.text());
            if (value >= 0 && value <= 1) {
                return value;
            }
        }
        throw wrong(json, what, "a number from 0 to 1");
    }

    static double amount(String what, LinedJson json) {
        if (json.value() instanceof LinedJson.Digits number) {
            double value = Double.parseDouble(number.text());
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        }
        throw wrong(json, what, "a number of at least 0");
    }

    LinedJson required(String name) {
        return optional(name)
                .orElseThrow(() -> new LinedJson.Fault(line, "%s has no field '%s'".formatted(what, name)));
    }

    Optional<LinedJson> optional(String name) {
        asked.add(name);
        return Optional.ofNullable(left.remove(name));
    }

    String requiredText(String name) {
        return text("'" + name + "'", required(name));
    }

    String optionalText(String name) {
        return optional(name).map(json -> text("'" + name + "'", json)).orElse("");
    }

    int requiredCount(String name) {
        return count("'" + name + "'", required(name));
    }

    /** Everything that is understood has been taken. */
    void end() {
        left.forEach((name, json) -> {
            String nearest = NearestName.of(name, asked)
                    .map(known -> ": is '" + known + "' meant?")
                    .orElse("");
            throw new LinedJson.Fault(
                    json.line(), "%s has an unknown field '%s'%s".formatted(what, Printable.line(name, 80), nearest));
        });
    }

    private static LinedJson.Fault wrong(LinedJson json, String what, String wanted) {
        return new LinedJson.Fault(json.line(), "%s must be %s".formatted(what, wanted));
    }
}
