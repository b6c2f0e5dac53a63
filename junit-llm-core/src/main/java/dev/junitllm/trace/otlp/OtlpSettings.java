package dev.junitllm.trace.otlp;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import dev.junitllm.ConfigurationSecret;
import dev.junitllm.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of sending. */
public final class OtlpSettings implements ConfigurationKeys {

    private static final ConfigurationKey ENDPOINT = new ConfigurationKey(
            "junit.llm.otlp.endpoint",
            "",
            "Where traces are sent by OTLP/HTTP, such as `http://localhost:6006`; `/v1/traces` is added where it is missing.");

    private static final ConfigurationKey OTLP = new ConfigurationKey(
            "junit.llm.otlp",
            "auto",
            "Whether traces are sent: `auto` (where `junit.llm.otlp.endpoint` is set), `on` (also where only OpenTelemetry's own"
                    + " `OTEL_EXPORTER_OTLP_ENDPOINT` is) or `off`.");

    private static final ConfigurationKey CONTENT = new ConfigurationKey(
            "junit.llm.otlp.content",
            "false",
            "Whether what is sent holds messages, inputs, outputs, documents, arguments and results of tools: `true` or `false`.");

    private static final ConfigurationSecret HEADERS = new ConfigurationSecret(
            "JUNIT_LLM_OTLP_HEADERS",
            "Headers for `junit.llm.otlp.endpoint`, as `name=value` (comma-separated, values percent-encoded), such as"
                    + " `Authorization=Bearer%20…`.");

    private static final String TRACES = "/v1/traces";

    /** Made by Java's service loader. */
    public OtlpSettings() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(OTLP, ENDPOINT, CONTENT);
    }

    @Override
    public List<ConfigurationSecret> secrets() {
        return List.of(HEADERS);
    }

    /** Where traces go; empty where they don't. */
    static Optional<OtlpTarget> target(Configuration configuration) {
        String mode = oneOf(configuration, OTLP, "auto", "on", "off");
        boolean content = oneOf(configuration, CONTENT, "true", "false").equals("true");
        Optional<String> own = configuration.text(ENDPOINT);
        if (mode.equals("off")) {
            return Optional.empty();
        }
        if (own.isPresent()) {
            String headers = configuration.secret(HEADERS).orElse("");
            return Optional.of(new OtlpTarget(
                    traces(own.get(), ENDPOINT.name()), headers(headers, HEADERS.environmentVariable()), content));
        }
        return mode.equals("on") ? Optional.of(openTelemetrys(configuration, content)) : Optional.empty();
    }

    /** OpenTelemetry's headers go to OpenTelemetry's endpoint alone: they are that server's keys, and nobody else's business. */
    private static OtlpTarget openTelemetrys(Configuration configuration, boolean content) {
        String headers = first(configuration, "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS")
                .orElse("");
        String exact = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
        String base = "OTEL_EXPORTER_OTLP_ENDPOINT";
        URI endpoint = first(configuration, exact)
                .map(address -> address(address, exact))
                .or(() -> first(configuration, base).map(address -> traces(address, base)))
                .orElseThrow(() -> new ConfigurationException(
                        "%s is on, but neither %s nor the environment variable %s says where traces are to be sent"
                                .formatted(OTLP.name(), ENDPOINT.name(), base)));
        return new OtlpTarget(endpoint, headers(headers, "OTEL_EXPORTER_OTLP_HEADERS"), content);
    }

    private static Optional<String> first(Configuration configuration, String... variables) {
        for (String variable : variables) {
            String value =
                    configuration.environment().getOrDefault(variable, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static URI traces(String address, String from) {
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return address(base.endsWith(TRACES) ? base : base + TRACES, from);
    }

    private static URI address(String address, String from) {
        try {
            URI uri = new URI(address);
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new ConfigurationException(
                "%s must be an address of http or https, without user or password, such as http://localhost:4318"
                        .formatted(from));
    }

    private static Map<String, String> headers(String text, String from) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            int at = entry.indexOf('=');
            if (at > 0) {
                headers.put(
                        entry.substring(0, at).strip(),
                        decoded(entry.substring(at + 1).strip(), from));
            } else if (!entry.isBlank()) {
                throw wrong(from);
            }
        }
        return headers;
    }

    /** A plus is a plus, as in Base64. */
    private static String decoded(String value, String from) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(from);
        }
    }

    private static ConfigurationException wrong(String from) {
        return new ConfigurationException(
                "%s must be name=value, with commas between several and values percent-encoded; what it is isn't shown, since it is a secret"
                        .formatted(from));
    }

    private static String oneOf(Configuration configuration, ConfigurationKey key, String... choices) {
        String value = configuration.text(key).orElse("").toLowerCase(Locale.ROOT);
        if (!List.of(choices).contains(value)) {
            throw new ConfigurationException("%s (or %s) is '%s', but must be one of %s"
                    .formatted(
                            key.name(),
                            key.environmentVariable(),
                            Printable.line(value, 80),
                            String.join(", ", choices)));
        }
        return value;
    }
}
