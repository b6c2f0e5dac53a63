package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeNameTest {

    @Test
    void readsAsItsValue() {
        assertThat(new JudgeName("faithfulness")).hasToString("faithfulness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", " faithfulness", "faithfulness\n"})
    void refusesWhatIsBlankOrPadded(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JudgeName(value))
                .withMessageContaining("\"" + value + "\"");
    }
}
