package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {

    private final ConfigurationCheck check = ConfigurationCheck.forKnownKeys();

    @Test
    void acceptsEveryKnownKeyAndWhatBelongsToOthers() {
        check.parameters(
                "somewhere",
                Configuration.knownKeys().stream().map(ConfigurationKey::name).toList());
        check.environment(Configuration.knownKeys().stream()
                .map(ConfigurationKey::environmentVariable)
                .toList());
        check.parameters("somewhere", List.of("junit.jupiter.execution.parallel.enabled", "junitllm.shared"));
        check.environment(List.of("PATH", "JUNITLLM"));

        assertThatCode(check::refuseUnknown).doesNotThrowAnyException();
    }

    @Test
    void refusesEveryUnknownKeyAndSuggestsTheNearest() {
        check.parameters("the system properties", List.of("junit.llm.tag", "junit.llm.quite.another.thing"));
        check.environment(List.of("JUNIT_LLM_SEEDS"));

        assertThatThrownBy(check::refuseUnknown)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        there is no setting junit.llm.quite.another.thing, which is set in the system properties; docs/configuration.md lists all there are
                        there is no setting junit.llm.tag, which is set in the system properties: did you mean junit.llm.tags?
                        there is no setting JUNIT_LLM_SEEDS, which is set in the environment: did you mean JUNIT_LLM_SEED?""");
    }
}
