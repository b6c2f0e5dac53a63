package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @Test
    void hasDefaults() {
        Configuration configuration = configuration(Map.of(), Map.of());

        assertThat(configuration.tags()).isEmpty();
        assertThat(configuration.cases()).isEmpty();
        assertThat(configuration.sample()).isEmpty();
        assertThat(configuration.seed()).isZero();
        assertThat(configuration.maxLine()).isEqualTo(16 << 20);
        assertThat(configuration.maxUnpacked()).isEqualTo(1L << 30);
        assertThat(configuration.allureShowsSoftMissesSkipped()).isFalse();
        assertThat(configuration.explicit()).isEmpty();
    }

    @Test
    void letsTheEnvironmentOverrideParameters() {
        Configuration configuration =
                configuration(Map.of("junit.llm.seed", "1", "junit.llm.sample", "5"), Map.of("JUNIT_LLM_SEED", " -2 "));

        assertThat(configuration.seed()).isEqualTo(-2);
        assertThat(configuration.sample()).hasValue(5);
        assertThat(configuration.explicit()).isEqualTo(Map.of("junit.llm.sample", "5", "junit.llm.seed", "-2"));
    }

    @Test
    void namesEnvironmentVariablesAfterTheirKeys() {
        assertThat(Configuration.MAX_LINE.environmentVariable()).isEqualTo("JUNIT_LLM_GOLDEN_MAX_LINE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfigurationKey("llm.x", "", ""))
                .withMessage("a key begins with junit.llm., unlike llm.x");
    }

    @Test
    void takesBlankForNotSet() {
        Configuration configuration = configuration(
                Map.of("junit.llm.seed", "7", "junit.llm.golden.max-line", " "),
                Map.of("JUNIT_LLM_SEED", "", "JUNIT_LLM_ALLURE_SOFT_MISSES", ""));

        assertThat(configuration.seed()).isEqualTo(7);
        assertThat(configuration.maxLine()).isEqualTo(16 << 20);
        assertThat(configuration.allureShowsSoftMissesSkipped()).isFalse();
    }

    @Test
    void splitsListsAtCommas() {
        assertThat(configuration(Map.of("junit.llm.tags", " a, b,,c "), Map.of())
                        .tags())
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "2147483648"})
    void refusesASampleThatIsNoPositiveNumber(String value) {
        assertThatThrownBy(() -> configuration(Map.of("junit.llm.sample", value), Map.of())
                        .sample())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "junit.llm.sample (or JUNIT_LLM_SAMPLE) is '%s', but must be a whole number from 1 to"
                                + " 2147483647",
                        value);
    }

    @Test
    void readsChoicesWhateverTheirCaseAndShowsWrongOnesAsWritten() {
        assertThat(configuration(Map.of("junit.llm.allure.soft-misses", "SKIPPED"), Map.of())
                        .allureShowsSoftMissesSkipped())
                .isTrue();
        assertThatThrownBy(() -> configuration(Map.of("junit.llm.allure.soft-misses", "Muted\u001b"), Map.of())
                        .allureShowsSoftMissesSkipped())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("junit.llm.allure.soft-misses (or JUNIT_LLM_ALLURE_SOFT_MISSES) is 'Muted\\u001b', but must"
                        + " be one of failed, skipped");
    }

    private static Configuration configuration(Map<String, String> parameters, Map<String, String> environment) {
        return Configuration.of(key -> Optional.ofNullable(parameters.get(key)), environment);
    }
}
