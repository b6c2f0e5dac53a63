package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {

    @Test
    void trims() {
        assertThat(Placeholder.trimmed(" a ")).isEqualTo("a");
    }
}
