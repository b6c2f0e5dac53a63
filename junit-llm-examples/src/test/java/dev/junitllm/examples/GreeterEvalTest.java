package dev.junitllm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreeterEvalTest {

    @Test
    void greetsByName() {
        assertThat(new Greeter().greet("Ada")).isEqualTo("Hello, Ada!");
    }
}
