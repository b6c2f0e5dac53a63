package dev.junitllm.trace.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpSettingsTest {

    private static final String ENDPOINT = "junit.llm.otlp.endpoint";

    @Test
    void sendsNothingUnlessItIsToldWhere() {
        assertThat(target(Map.of(), Map.of())).isEmpty();
        assertThat(target(Map.of("junit.llm.otlp", "auto"), Map.of())).isEmpty();
    }

    @Test
    void sendsNothingWhereOnlyOpenTelemetrysVariableIsSet() {
        assertThat(target(Map.of(), Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")))
                .isEmpty();
    }

    @Test
    void sendsToOpenTelemetrysEndpointWithItsHeadersWhereItIsToldTo() {
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/",
                "OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%2Cb, x-team = search",
                "JUNIT_LLM_OTLP_HEADERS", "other=1");

        OtlpTarget target = target(Map.of("junit.llm.otlp", "on"), environment).orElseThrow();

        assertThat(target.endpoint()).hasToString("http://collector:4318/v1/traces");
        assertThat(target.headers()).containsOnly(Map.entry("x-key", "a,b"), Map.entry("x-team", "search"));
        assertThat(target.content()).isFalse();
    }

    @Test
    void takesTheEndpointOfTracesAsItIs() {
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://traces.test/in");

        assertThat(target(Map.of("junit.llm.otlp", "on"), environment)
                        .orElseThrow()
                        .endpoint())
                .hasToString("https://traces.test/in");
    }

    @Test
    void givesOpenTelemetrysHeadersToNoOtherServer() {
        OtlpTarget target = target(
                        Map.of(ENDPOINT, "http://localhost:6006"), Map.of("OTEL_EXPORTER_OTLP_HEADERS", "x-key=secret"))
                .orElseThrow();

        assertThat(target.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:6006,                         http://localhost:6006/v1/traces",
        "http://localhost:6006/,                        http://localhost:6006/v1/traces",
        "http://localhost:6006/v1/traces,               http://localhost:6006/v1/traces",
        "https://cloud.langfuse.com/api/public/otel,    https://cloud.langfuse.com/api/public/otel/v1/traces"
    })
    void addsThePathOfTracesWhereItIsMissing(String set, String endpoint) {
        assertThat(target(Map.of(ENDPOINT, set), Map.of()).orElseThrow().endpoint())
                .hasToString(endpoint);
    }

    @Test
    void canBeTurnedOff() {
        assertThat(target(Map.of(ENDPOINT, "http://localhost:6006", "junit.llm.otlp", "off"), Map.of()))
                .isEmpty();
    }

    @Test
    void asksWhereToWhereItIsOnAndNothingSays() {
        assertThatThrownBy(() -> target(Map.of("junit.llm.otlp", "on"), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("junit.llm.otlp is on, but neither junit.llm.otlp.endpoint nor the environment variable"
                        + " OTEL_EXPORTER_OTLP_ENDPOINT says where traces are to be sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:6006", "ftp://localhost", "http://user:secret@localhost", "http:// x"})
    void refusesWhatIsNoAddressAndShowsNoneOfIt(String address) {
        assertThatThrownBy(() -> target(Map.of(ENDPOINT, address), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("junit.llm.otlp.endpoint must be an address of http or https, without user or password,"
                        + " such as http://localhost:4318");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "a=1,secret", "a=%zz"})
    void refusesHeadersThatAreNoneAndShowsNoneOfThem(String headers) {
        assertThatThrownBy(() ->
                        target(Map.of(ENDPOINT, "http://localhost:6006"), Map.of("JUNIT_LLM_OTLP_HEADERS", headers)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("JUNIT_LLM_OTLP_HEADERS must be name=value")
                .hasMessageNotContaining("a=")
                .hasMessageNotContaining("zz");
    }

    @Test
    void refusesOtherWords() {
        assertThatThrownBy(() -> target(Map.of("junit.llm.otlp.content", "some"), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "junit.llm.otlp.content (or JUNIT_LLM_OTLP_CONTENT) is 'some', but must be one of true, false");
    }

    @Test
    void showsNoSecret() {
        assertThat(new OtlpTarget(java.net.URI.create("https://host.test:1/p?key=secret"), Map.of("k", "secret"), true))
                .hasToString("https://host.test:1");
    }

    private static Optional<OtlpTarget> target(Map<String, String> parameters, Map<String, String> environment) {
        return OtlpSettings.target(Configuration.of(name -> Optional.ofNullable(parameters.get(name)), environment));
    }
}
