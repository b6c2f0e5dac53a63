package dev.junitllm.report.alert;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.ConfigurationSecret;
import dev.junitllm.Printable;
import java.util.List;
import java.util.Locale;

/** The settings of alerts. */
public final class AlertSettings implements ConfigurationKeys {

    static final ConfigurationSecret URL = new ConfigurationSecret(
            "JUNIT_LLM_ALERT_URL",
            "The webhook that is told of golden sets that fail the build or drift; who knows it can write there.");

    static final ConfigurationKey FORMAT = new ConfigurationKey(
            "junit.llm.alert.format",
            "json",
            "The form of what the webhook in `JUNIT_LLM_ALERT_URL` is sent: `json` or `slack`.");

    /** Made by Java's service loader. */
    public AlertSettings() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(FORMAT);
    }

    @Override
    public List<ConfigurationSecret> secrets() {
        return List.of(URL);
    }

    static AlertFormat format(Configuration configuration) {
        String value = configuration.text(FORMAT).orElse("").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "json" -> AlertFormat.JSON;
            case "slack" -> AlertFormat.SLACK;
            default ->
                throw new ConfigurationException("%s (or %s) is '%s', but must be one of json, slack"
                        .formatted(FORMAT.name(), FORMAT.environmentVariable(), Printable.line(value, 80)));
        };
    }
}
