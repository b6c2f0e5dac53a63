package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerDescriptionTest {

    @Test
    void hasAFingerprintThatTheOrderOfParametersDoesNotChange() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("a", "1");
        one.put("b", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", "1");

        assertThat(ScorerDescription.of("x", one).fingerprint())
                .isEqualTo(ScorerDescription.of("x", other).fingerprint())
                .matches("[0-9a-f]{12}");
    }

    @Test
    void hasAnotherFingerprintForAnotherNameVersionOrParameter() {
        assertThat(new String[] {
                    ScorerDescription.of("x").fingerprint(),
                    ScorerDescription.of("y").fingerprint(),
                    new ScorerDescription("x", 2, Map.of()).fingerprint(),
                    ScorerDescription.of("x", Map.of("a", "1")).fingerprint(),
                    ScorerDescription.of("x", Map.of("a", "1", "b", "2")).fingerprint(),
                    ScorerDescription.of("x", Map.of("a", "1, b=2")).fingerprint()
                })
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-f1", "Höflichkeit", "3 words", "a.b_c"})
    void takesReadableNames(String name) {
        assertThat(ScorerDescription.of(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a|b", "a\nb", "-a"})
    void refusesNamesThatBreakATable(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScorerDescription.of(name));
    }

    @Test
    void saysWhatANameIsMadeOf() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorerDescription.of("a\u001b"))
                .withMessage(
                        "a score's name is made of letters, digits, spaces, dots, hyphens and underscores and begins"
                                + " with a letter or digit, unlike 'a\\u001b'");
    }
}
