package dev.junitllm.score.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "Straße|strasse",
                "STRAẞE|strasse",
                "ΟΔΟΣ|οδοσ",
                "οδός|οδόσ",
                "İstanbul ISTANBUL ıstanbul|istanbul istanbul istanbul",
                "ﬁn|fin",
                "e\u0301|é",
                "U.S.A.|usa",
                "don’t 'quote' rock 'n' roll|dont quote rock n roll",
                "well-known and/or (hi) «x» „y“|well known and or hi x y",
                "Wait...what?|wait what",
                "end…|end",
                "`code` **bold** _it_ # head|code bold it head",
                "東京、大阪。|東京 大阪",
                "zero\u200bwidth so\u00adft \ufeffbom|zerowidth soft bom",
                "❤\ufe0f|❤",
                "3.14 1,000 10:30 2024-05-01 1/2|3.14 1,000 10:30 2024-05-01 1/2",
                "-5 \u22125 -.5 .5 (-3)|-5 -5 -.5 .5 -3",
                "covid-19 5. 5% ５％|covid 19 5 5% 5%",
                "$5 C++ €3|$5 c++ €3",
                "?!|",
            })
    void normalizedLeavesWhatTheWordsSay(String text, String expected) {
        assertThat(TextForm.NORMALIZED.of(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Beyoncé, beyonce",
        "Ñandú, nandu",
        "ёлка, елка",
        "naïve façade, naive facade",
        "Łódź, łodz",
        "كِتَاب, كتاب",
        "हिन्दी, हिन्दी",
        "ไม่, ไม่",
        "がぎ, がぎ",
        "한국, 한국",
        "a\u0301\u0323\u0308, a"
    })
    void unaccentedLosesMarksButNoVowelSigns(String text, String expected) {
        assertThat(TextForm.UNACCENTED.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aFormOfAFormIsTheSame(TextForm form) {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += codePoint < 0x3100 ? 1 : 53) {
            String once = form.of("x" + Character.toString(codePoint) + "y");
            assertThat(form.of(once)).as("U+%x", codePoint).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyTextHasAForm(TextForm form) {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            assertThat(form.of(TextSamples.hostile(random))).isNotNull();
        }
    }

    @Test
    void oneFormIsToTheOtherAsDocumented() {
        assertThat(TextForm.AS_WRITTEN.of(" A  b ")).isEqualTo(" A  b ");
        assertThat(TextForm.FOLDED.of(" A  b ")).isEqualTo("a b");
        assertThat(TextForm.SQUAD.of("The A-b.")).isEqualTo("ab");
    }
}
