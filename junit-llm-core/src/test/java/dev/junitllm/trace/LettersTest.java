package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    private static final String ASCII = text(0, 128);

    @Test
    void holdTheLettersOfEveryWordInTheText() {
        Letters letters = Letters.of("the key is sk-ant-Zz09");

        assertThat(letters.holdAll(Letters.of("sk-ant-"))).isTrue();
        assertThat(letters.holdAll(Letters.of("Zz09"))).isTrue();
        assertThat(letters.holdAll(Letters.of(""))).isTrue();
    }

    @Test
    void missEachCharacterThatTheTextHasNot() {
        for (char missing = 0; missing < 128; missing++) {
            Letters letters = Letters.of(ASCII.replace(String.valueOf(missing), ""));
            for (char sought = 0; sought < 128; sought++) {
                assertThat(letters.holdAll(Letters.of(String.valueOf(sought))))
                        .as("%d without %d", (int) sought, (int) missing)
                        .isEqualTo(sought != missing);
            }
        }
    }

    @Test
    void leaveOutWhatIsNotAscii() {
        assertThat(Letters.of("\u0141\u00e9\ud83d\ude00")).isEqualTo(Letters.of(""));
    }

    @Test
    void addTheLowerCaseOfLettersAlone() {
        assertThat(Letters.of("BEARER").withLowerCase().holdAll(Letters.of("bearer")))
                .isTrue();
        assertThat(Letters.of(text('A', 'Z' + 1)).withLowerCase())
                .isEqualTo(Letters.of(text('A', 'Z' + 1) + text('a', 'z' + 1)));
        assertThat(Letters.of("@[\\]^_0").withLowerCase()).isEqualTo(Letters.of("@[\\]^_0"));
    }

    private static String text(int first, int end) {
        StringBuilder text = new StringBuilder();
        for (int c = first; c < end; c++) {
            text.append((char) c);
        }
        return text.toString();
    }
}
