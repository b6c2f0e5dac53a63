package dev.junitllm.trace;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.Printable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The settings of what is kept. */
public final class CaptureSettings implements ConfigurationKeys {

    static final int DEFAULT_LENGTH = 1 << 16;

    private static final int LEAST_LENGTH = 100;
    private static final String MODES = "`full`, `redacted`, `hashed` or `none`";

    private static final ConfigurationKey CAPTURE = new ConfigurationKey(
            "junit.llm.capture",
            "redacted",
            "What is kept of contents: `full` (data about people too), `redacted`, `hashed` (length and SHA-256) or `none`"
                    + " (the length). Secrets are removed in every mode.");

    private static final ConfigurationKey LENGTH = new ConfigurationKey(
            "junit.llm.capture.max-length",
            Integer.toString(DEFAULT_LENGTH),
            "How many characters of a content are kept; what is longer is cut, and its length and SHA-256 are said.");

    private static final Map<CaptureField, String> WHAT = new EnumMap<>(Map.of(
            CaptureField.INPUT, "what cases ask",
            CaptureField.EXPECTED, "what cases expect",
            CaptureField.OUTPUT, "what the application answered",
            CaptureField.CONTEXT, "searches and the documents found",
            CaptureField.MESSAGES, "prompts and completions of models, recordings (cassettes) included",
            CaptureField.TOOL, "arguments and results of tools",
            CaptureField.REASON, "reasons and details of scores, what judges say included",
            CaptureField.ERROR, "what failed assertions and exceptions say",
            CaptureField.LOG, "lines of the log"));

    /** Made by Java's service loader. */
    public CaptureSettings() {}

    @Override
    public List<ConfigurationKey> keys() {
        return Stream.concat(
                        Stream.of(CAPTURE, LENGTH),
                        Arrays.stream(CaptureField.values()).map(CaptureSettings::key))
                .toList();
    }

    private static ConfigurationKey key(CaptureField field) {
        return new ConfigurationKey(
                "junit.llm.capture." + field.label(),
                "",
                "The same for %s alone: %s; unless set, as `junit.llm.capture` says."
                        .formatted(WHAT.get(field), MODES));
    }

    static Map<CaptureField, CaptureMode> modes(Configuration configuration) {
        Map<CaptureField, CaptureMode> modes = new EnumMap<>(CaptureField.class);
        for (CaptureField field : CaptureField.values()) {
            ConfigurationKey key = key(field);
            modes.put(field, mode(configuration, configuration.text(key).isPresent() ? key : CAPTURE));
        }
        return modes;
    }

    /** Of what is no content, but says something of the run: names, attributes, settings. */
    static CaptureMode rest(Configuration configuration) {
        return mode(configuration, CAPTURE);
    }

    static int mostCharacters(Configuration configuration) {
        return (int)
                configuration.number(LENGTH, LEAST_LENGTH, Integer.MAX_VALUE).orElseThrow();
    }

    private static CaptureMode mode(Configuration configuration, ConfigurationKey key) {
        String value = configuration.text(key).orElseThrow();
        return Arrays.stream(CaptureMode.values())
                .filter(mode -> mode.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigurationException("%s (or %s) is '%s', but must be one of full, redacted, hashed, none"
                                .formatted(key.name(), key.environmentVariable(), Printable.line(value, 80))));
    }
}
