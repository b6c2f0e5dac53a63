package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Test
    void leavesWhatPrintsAlone() {
        String text = "Grüße, 日本語, 𝒳 and \\ 'quotes'";

        assertThat(Printable.line(text)).isSameAs(text);
        assertThat(Printable.block(text)).isSameAs(text);
    }

    @Test
    void escapesWhatMovesTheCursorOrTurnsTheText() {
        assertThat(Printable.line("\u001b[31mred\u0007 \u202eevil \u200b\u2028"))
                .isEqualTo("\\u001b[31mred\\u0007 \\u202eevil \\u200b\\u2028");
    }

    @Test
    void escapesLineBreaksOnALineAndKeepsThemInABlock() {
        assertThat(Printable.line("a\r\nb\tc")).isEqualTo("a\\r\\nb\\tc");
        assertThat(Printable.block("a\r\nb\tc\rd")).isEqualTo("a\nb\tc\\rd");
    }

    @Test
    void escapesBrokenSurrogatesAndNonCharacters() {
        assertThat(Printable.line("\ud800x\udc00\uffff")).isEqualTo("\\ud800x\\udc00\\uffff");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x034f, 0x115f, 0x3164, 0xfe0f, 0x200d, 0x00ad, 0xfeff, 0xe0041, 0xe0101, 0x180b})
    void showsWhatIsDrawnAsNothing(int codePoint) {
        assertThat(Printable.line("a" + Character.toString(codePoint) + "b"))
                .startsWith("a\\u")
                .endsWith("b");
    }

    @Test
    void cutsByCodePointsAndSaysHowMuchThereIs() {
        assertThat(Printable.line("😀😀😀", 2)).isEqualTo("😀😀… (3 characters)");
        assertThat(Printable.line("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(Printable.line("a".repeat(1024), 1)).isEqualTo("a… (1024 characters)");
        assertThat(Printable.block("a\nb\nc", 3)).isEqualTo("a\nb… (5 characters)");
    }
}
