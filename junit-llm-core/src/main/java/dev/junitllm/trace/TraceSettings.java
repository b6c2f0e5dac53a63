package dev.junitllm.trace;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.Printable;
import dev.junitllm.trace.cost.PriceTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of traces. */
public final class TraceSettings implements ConfigurationKeys {

    private static final ConfigurationKey TRACE = new ConfigurationKey(
            "junit.llm.trace", "on", "Whether each test of a golden set leaves a trace: `on` or `off`.");

    private static final ConfigurationKey GLOBAL = new ConfigurationKey(
            "junit.llm.trace.global",
            "late",
            "When OpenTelemetry's global is ours, where the application registers none: `late` (while tests run),"
                    + " `early` (before any test class is initialised) or `never`.");

    private static final ConfigurationKey ATTRIBUTES = new ConfigurationKey(
            "junit.llm.trace.attributes",
            "",
            "What each trace says of the application, as `name=value` (comma-separated), such as its model or"
                    + " release.");

    private static final ConfigurationKey MOST_SPANS = new ConfigurationKey(
            "junit.llm.trace.max-spans", "10000", "The most spans one trace keeps; more are counted and dropped.");

    private final boolean on;
    private final Global global;
    private final Map<String, String> attributes;
    private final int mostSpans;

    /** When OpenTelemetry's global is ours. */
    enum Global {
        LATE,
        EARLY,
        NEVER
    }

    /** Made by Java's service loader, to say what can be set. */
    public TraceSettings() {
        this(false, Global.NEVER, Map.of(), 0);
    }

    private TraceSettings(boolean on, Global global, Map<String, String> attributes, int mostSpans) {
        this.on = on;
        this.global = global;
        this.attributes = attributes;
        this.mostSpans = mostSpans;
    }

    static TraceSettings of(Configuration configuration) {
        Map<String, String> attributes = new LinkedHashMap<>();
        configuration
                .text(Configuration.APPLICATION_VERSION)
                .ifPresent(version -> attributes.put("application-version", version));
        configuration
                .text(Configuration.PROMPT_VERSION)
                .ifPresent(version -> attributes.put("prompt-version", version));
        configuration
                .text(ATTRIBUTES)
                .ifPresent(text -> Arrays.stream(text.split(","))
                        .filter(entry -> !entry.isBlank())
                        .forEach(entry -> add(entry, attributes)));
        return new TraceSettings(
                oneOf(configuration, TRACE, "on", "off").equals("on"),
                Global.valueOf(
                        oneOf(configuration, GLOBAL, "late", "early", "never").toUpperCase(Locale.ROOT)),
                attributes,
                (int) configuration.number(MOST_SPANS, 1, 1_000_000).orElseThrow());
    }

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(TRACE, GLOBAL, ATTRIBUTES, MOST_SPANS, PriceTable.FILE);
    }

    boolean on() {
        return on;
    }

    Global global() {
        return global;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    int mostSpans() {
        return mostSpans;
    }

    private static void add(String entry, Map<String, String> attributes) {
        int at = entry.indexOf('=');
        String name = at < 0 ? "" : entry.substring(0, at).strip();
        if (name.isEmpty()) {
            throw wrong(ATTRIBUTES, entry, "name=value, or several of them with commas between");
        }
        attributes.put(name, entry.substring(at + 1).strip());
    }

    private static String oneOf(Configuration configuration, ConfigurationKey key, String... choices) {
        String value = configuration.text(key).orElse("").toLowerCase(Locale.ROOT);
        if (!List.of(choices).contains(value)) {
            throw wrong(key, value, "one of " + String.join(", ", choices));
        }
        return value;
    }

    private static ConfigurationException wrong(ConfigurationKey key, String value, String wanted) {
        return new ConfigurationException("%s (or %s) is '%s', but must be %s"
                .formatted(key.name(), key.environmentVariable(), Printable.line(value, 80), wanted));
    }
}
