package dev.junitllm.report.allure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code environment.properties} as text: one line per entry, in ASCII, so that every reader reads the same. */
final class EnvironmentLines {

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private EnvironmentLines() {}

    /** Puts entries into a file's text, in place of those of the same name; every other line stays as it is. */
    static String merge(String existing, Map<String, String> entries) {
        Map<String, String> lines = new LinkedHashMap<>();
        entries.forEach((name, value) -> lines.put(escape(name, true) + "=", value));
        StringBuilder text = new StringBuilder();
        existing.lines().forEach(line -> {
            String start = line.substring(0, separator(line) + 1);
            String value = lines.get(start);
            if (value == null) {
                text.append(line).append('\n');
            } else if (start.equals(Environment.MODELS + "=")) {
                lines.put(start, union(line.substring(start.length()), value));
            }
        });
        lines.forEach((start, value) ->
                text.append(start).append(escape(value, false)).append('\n'));
        return text.toString();
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '=') {
                return i;
            }
        }
        return -1;
    }

    private static String union(String one, String other) {
        TreeSet<String> all = new TreeSet<>();
        COMMA.splitAsStream(one).forEach(all::add);
        COMMA.splitAsStream(other).forEach(all::add);
        return all.stream().filter(model -> !model.isBlank()).collect(Collectors.joining(", "));
    }

    private static String escape(String text, boolean key) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\\' || (unit == ' ' && (key || i == 0)) || (key && "=:#!".indexOf(unit) >= 0)) {
                safe.append('\\').append(unit);
            } else if (unit < ' ' || unit > '~') {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            } else {
                safe.append(unit);
            }
        }
        return safe.toString();
    }
}
