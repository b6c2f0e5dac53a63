package dev.junitllm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void isColorfulOnlyWhereSomebodyWatches() {
        assertThat(Terminal.isColorful(Map.of(), true)).isTrue();
        assertThat(Terminal.isColorful(Map.of(), false)).isFalse();
    }

    @Test
    void isNeverColorfulAgainstTheUsersWish() {
        assertThat(Terminal.isColorful(Map.of("NO_COLOR", "1"), true)).isFalse();
        assertThat(Terminal.isColorful(Map.of("NO_COLOR", ""), true)).isTrue();
        assertThat(Terminal.isColorful(Map.of("TERM", "dumb"), true)).isFalse();
    }

    @Test
    void isNoTerminalInAForkOfSurefire() {
        assertThat(Terminal.isInteractive()).isFalse();
    }
}
