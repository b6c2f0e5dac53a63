package dev.junitllm.judge.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NonceTest {

    /** They are drawn in blocks, each of which is handed out once. */
    @Test
    void isAnotherEachTimeHoweverManyAreDrawn() {
        assertThat(Stream.generate(new Nonce()).limit(200))
                .doesNotHaveDuplicates()
                .allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
    }

    @Test
    void isAnotherForEachWhoDraws() {
        assertThat(new Nonce().get()).isNotEqualTo(new Nonce().get());
    }
}
