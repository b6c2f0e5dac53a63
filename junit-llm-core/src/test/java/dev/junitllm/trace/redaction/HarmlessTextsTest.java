package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Texts that look like secrets or personal data and are none. */
class HarmlessTextsTest {

    private static final double MOST_TOUCHED = 0.02;

    @Test
    void areLeftAsTheyAreButForTwoInAHundred() throws IOException {
        List<String> texts = texts();

        List<String> touched =
                texts.stream().filter(text -> !Rules.redact(text).equals(text)).toList();

        assertThat(texts).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        assertThat((double) touched.size() / texts.size())
                .as("touched: %s", touched)
                .isLessThanOrEqualTo(MOST_TOUCHED);
    }

    @Test
    void areLeftAsTheyAreInOnePieceToo() throws IOException {
        String all = String.join("\n", texts());

        assertThat(Rules.BUILT_IN.redact(all).removed().values().stream()
                        .mapToInt(count -> count)
                        .sum())
                .isLessThanOrEqualTo(4);
    }

    private static List<String> texts() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HarmlessTextsTest.class.getResourceAsStream("/redaction/harmless.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
